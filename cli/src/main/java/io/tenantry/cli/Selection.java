package io.tenantry.cli;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Tenant;
import io.tenantry.manifest.Account;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterFile;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import io.tenantry.validation.ValidationResult;
import java.util.List;
import java.util.Set;

/**
 * Some tenants' objects of some features.
 *
 * <p>What exists once belongs to all tenants: it is there only when all tenants are.
 *
 * @param features empty for all
 */
record Selection(Rendered whole, List<Tenant> tenants, Set<String> features) implements Rendered {

    boolean isWhole() {
        return hasAllTenants() && features.isEmpty();
    }

    @Override
    public ClusterView cluster() {
        return whole.cluster();
    }

    @Override
    public List<Manifest> shared() {
        return hasAllTenants() ? selected(whole.shared()) : List.of();
    }

    @Override
    public List<Manifest> objects(Tenant tenant) {
        return selected(whole.objects(tenant));
    }

    @Override
    public List<HasMetadata> existing() {
        return whole.existing();
    }

    @Override
    public List<ClusterFile> files() {
        return isWhole() ? whole.files() : List.of();
    }

    @Override
    public List<Account> accounts(Tenant tenant) {
        return whole.accounts(tenant);
    }

    @Override
    public List<Attack> attacks(Tenant tenant) {
        return whole.attacks(tenant);
    }

    @Override
    public <C> List<TenantView<C>> views(Section<C> section) {
        return whole.views(section);
    }

    @Override
    public ValidationResult validation() {
        return whole.validation();
    }

    private boolean hasAllTenants() {
        return tenants.size() == whole.tenants().size();
    }

    private List<Manifest> selected(List<Manifest> manifests) {
        return features.isEmpty()
                ? manifests
                : manifests.stream()
                        .filter(manifest -> features.contains(manifest.feature()))
                        .toList();
    }
}
