package io.tenantry.feature.isolation;

import io.tenantry.Tenant;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What no two tenants may have in common: SELinux levels, and nodes of their own. */
final class TenantsApart {
    private TenantsApart() {}

    /** The later one by name is the one to change. */
    static void check(List<TenantView<Isolation>> tenants, Problems problems) {
        each(
                tenants,
                TenantsApart::levels,
                (tenant, first, level) -> problems.of(tenant)
                        .at("selinux")
                        .error(
                                "ISOLATION_SELINUX_COLLISION",
                                "gives the level " + level + ", which tenant " + first + " has too",
                                "write a selinuxLevel that no other tenant has, such as "
                                        + SelinuxLevels.ofName(tenant.name() + "/" + first)));
        each(
                tenants,
                NodeFiles::selectors,
                (tenant, first, nodes) -> problems.of(tenant)
                        .at("dedicatedNodes")
                        .error(
                                "ISOLATION_NODES_SHARED",
                                "takes the nodes with " + nodes + ", which are tenant " + first + "'s own",
                                "name other nodes in nodeAffinity"));
    }

    /** What to report of a tenant that has what another one before it has. */
    private interface Report {
        void of(Tenant tenant, String first, String shared);
    }

    private static void each(
            List<TenantView<Isolation>> tenants, Function<TenantView<Isolation>, Set<String>> own, Report report) {
        Map<String, String> owners = new HashMap<>();
        for (var tenant : tenants) {
            var name = tenant.tenant().name();
            for (var thing : own.apply(tenant)) {
                var first = owners.putIfAbsent(thing, name);
                if (first != null) {
                    report.of(tenant.tenant(), first, thing);
                }
            }
        }
    }

    private static Set<String> levels(TenantView<Isolation> tenant) {
        var levels = new TreeSet<String>();
        tenant.namespaces().forEach(namespace -> levels.add(SelinuxLevels.of(tenant.tenant(), namespace.config())));
        levels.remove("");
        return levels;
    }
}
