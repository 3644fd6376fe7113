package io.tenantry.feature.rbac;

import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds service accounts of one tenant that are given a role in another. */
final class ForeignServiceAccounts {
    private ForeignServiceAccounts() {}

    static void check(List<TenantView<Rbac>> tenants, Problems problems) {
        var owners = new HashMap<String, String>();
        for (var tenant : tenants) {
            tenant.namespaces()
                    .forEach(namespace ->
                            owners.putIfAbsent(namespace.name(), tenant.tenant().name()));
        }
        for (var tenant : tenants) {
            var ofTenant = problems.of(tenant.tenant());
            for (var place : Place.of(tenant, ofTenant)) {
                for (var list : SubjectProblems.lists(place)) {
                    list.subjects().stream()
                            .filter(subject -> subject.namespace() != null)
                            .forEach(subject -> judge(subject, owners.get(subject.namespace()), tenant, list.at()));
                }
            }
        }
    }

    private static void judge(RoleSubject subject, @Nullable String owner, TenantView<Rbac> tenant, Problems at) {
        if (owner != null && !owner.equals(tenant.tenant().name())) {
            at.error(
                    "RBAC_SUBJECT_FOREIGN",
                    "has " + subject + ", a service account of tenant " + owner,
                    "remove it; tenants read each other by allowedTenants and acceptedTenants");
        }
    }
}
