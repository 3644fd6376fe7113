package io.tenantry.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Tenant;
import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterFile;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import io.tenantry.validation.ValidationResult;
import java.util.List;

/**
 * A checked input, ready to be written: everything here can be asked for any number of times with the same answer.
 *
 * <p>Objects of a tenant are made when asked for, so that memory does not grow with the number of tenants. Lists are
 * immutable and sorted.
 */
public interface Rendered {

    ClusterView cluster();

    /** Objects that exist once, whatever tenants there are. */
    List<Manifest> shared();

    /** All tenants by name. */
    List<Tenant> tenants();

    /** The objects of one tenant of {@link #tenants()}. */
    List<Manifest> objects(Tenant tenant);

    /** Objects that the cluster has besides, as the input gave them; not rendered. */
    List<HasMetadata> existing();

    /** Files that the platform installs by hand, by name. */
    List<ClusterFile> files();

    /** What becomes of each parameter of a tenant, by path. */
    List<Account> accounts(Tenant tenant);

    /** What the modules' controls must stop for a tenant, by id. */
    List<Attack> attacks(Tenant tenant);

    /** The typed, merged config of every tenant for one section, by tenant name. */
    <C> List<TenantView<C>> views(Section<C> section);

    /** Warnings and notices; errors too while a {@link io.tenantry.spi.RenderCheck} runs. */
    ValidationResult validation();
}
