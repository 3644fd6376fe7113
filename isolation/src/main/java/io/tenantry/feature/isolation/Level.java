package io.tenantry.feature.isolation;

import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One place where the section is written: the tenant, or the entry of one of its namespaces. Each value is judged at the
 * one level that it comes from.
 *
 * @param config merged at this level
 * @param written whether this key is written at this level
 */
record Level(Isolation config, Problems problems, boolean isTenant, Predicate<String> written) {

    /** The tenant, then its namespaces. */
    static List<Level> of(TenantView<Isolation> tenant, Problems problems) {
        var levels = new ArrayList<Level>();
        levels.add(new Level(tenant.config(), problems, true, tenant::isWritten));
        for (var namespace : tenant.namespaces()) {
            levels.add(new Level(namespace.config(), problems.in(namespace), false, namespace::isWritten));
        }
        return levels;
    }

    /** Whether one of the values comes from here; the tenant also answers for what is a default. */
    boolean states(String... keys) {
        return isTenant || List.of(keys).stream().anyMatch(written);
    }

    Problems at(String key) {
        return problems.at(key);
    }
}
