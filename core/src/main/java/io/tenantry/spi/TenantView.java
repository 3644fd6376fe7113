package io.tenantry.spi;

import io.tenantry.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * A tenant as one contributor sees it.
 *
 * @param <C> the config of the contributor's section
 */
public interface TenantView<C> {

    /** Who the tenant is. */
    Tenant tenant();

    /** The section, merged from the level's defaults, the profile's {@code tenantDefaults} and the tenant. */
    C config();

    /**
     * Whether the tenant itself gives this key of the section, or the one deeper down, a value; {@code tenantDefaults}
     * do not count.
     */
    boolean isWritten(String... keys);

    /** The tenant's namespaces, never none, sorted by name. */
    List<NamespaceView<C>> namespaces();

    ClusterView cluster();

    /**
     * The same tenant with another section of the same module; empty when that section's contributor is not there.
     *
     * @throws IllegalArgumentException when the section belongs to another module; those are known by {@link Fact}
     */
    <T> Optional<TenantView<T>> view(Section<T> section);

    /**
     * What another feature publishes of this tenant; empty when no module on the class path publishes it.
     *
     * @throws IllegalStateException while facts are being published
     */
    <T> Optional<T> fact(Fact<T> fact);

    /** The same section of another tenant of this input; empty when there is no tenant of that name. */
    Optional<TenantView<C>> peer(String tenant);

    /** A name for an object: a DNS label of at most 63 characters that no other tenant gets for any suffix. */
    String objectName(String suffix);
}
