package io.tenantry.feature.quota;

import io.tenantry.Amount;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hard limits of one namespace, divided between two ResourceQuotas because Kubernetes refuses most keys under a
 * scope.
 *
 * @param everything for the ResourceQuota without a scope
 * @param inScope for the one with the scopes; empty when there are none
 */
record ScopedHard(SortedMap<String, Amount> everything, SortedMap<String, Amount> inScope) {

    /** Puts every key that all scopes allow under the scopes. */
    static ScopedHard of(SortedMap<String, Amount> hard, List<QuotaScope> scopes) {
        var everything = new TreeMap<String, Amount>();
        var inScope = new TreeMap<String, Amount>();
        hard.forEach((key, amount) -> (isScoped(key, scopes) ? inScope : everything).put(key, amount));
        return new ScopedHard(everything, inScope);
    }

    private static boolean isScoped(String key, List<QuotaScope> scopes) {
        return !scopes.isEmpty()
                && scopes.stream().allMatch(scope -> scope.kind().allows(key));
    }
}
