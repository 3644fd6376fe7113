package io.tenantry.feature.quota;

import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One place where a section is written: the tenant, or the entry of one of its namespaces. Each value is judged at the
 * one level that it comes from.
 *
 * @param config merged at this level
 * @param written whether these keys are written at this level
 */
record Level<C>(C config, Problems problems, boolean isTenant, Predicate<String[]> written) {

    /** The tenant, then its namespaces. */
    static <C> List<Level<C>> of(TenantView<C> tenant, Problems problems) {
        var levels = new ArrayList<Level<C>>();
        levels.add(new Level<>(tenant.config(), problems, true, tenant::isWritten));
        for (var namespace : tenant.namespaces()) {
            levels.add(new Level<>(namespace.config(), problems.in(namespace), false, namespace::isWritten));
        }
        return levels;
    }

    boolean isWritten(String... keys) {
        return written.test(keys);
    }

    /** Whether the value comes from here; the tenant also answers for what is a default. */
    boolean states(String... keys) {
        return isTenant || isWritten(keys);
    }

    Problems at(String... keys) {
        return at(problems, keys);
    }

    /** The problems of a value some keys deep. */
    static Problems at(Problems problems, String... keys) {
        var deeper = problems;
        for (var key : keys) {
            deeper = deeper.at(key);
        }
        return deeper;
    }
}
