package io.tenantry.feature.rbac;

import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One place where the section is written: the tenant, or the entry of one of its namespaces. Each value is judged at
 * the one place that it comes from.
 *
 * @param written whether this key comes from here
 */
record Place(TenantView<Rbac> tenant, Rbac rbac, Problems problems, Predicate<String> written) {

    /** The tenant, then its namespaces. */
    static List<Place> of(TenantView<Rbac> tenant, Problems problems) {
        var places = new ArrayList<Place>();
        places.add(new Place(tenant, tenant.config(), problems, key -> true));
        for (var namespace : tenant.namespaces()) {
            places.add(new Place(tenant, namespace.config(), problems.in(namespace), namespace::isWritten));
        }
        return places;
    }

    boolean states(String key) {
        return written.test(key);
    }

    Problems at(String... keys) {
        var deeper = problems;
        for (var key : keys) {
            deeper = deeper.at(key);
        }
        return deeper;
    }
}
