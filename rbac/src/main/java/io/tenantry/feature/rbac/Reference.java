package io.tenantry.feature.rbac;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a role names it: {@code deployments}, {@code deployments/scale}, {@code deployments.apps}, {@code
 * apps/deployments} or {@code certificates.cert-manager.io/status}.
 *
 * @param group null when none is named
 * @param name with {@code /subresource} where one is named
 */
record Reference(@Nullable String group, String name) {

    private static final Set<String> CUSTOM_SUBRESOURCES = Set.of("status", "scale");

    static Reference of(String written, Predicate<String> isKnownGroup) {
        var slash = written.indexOf('/');
        var first = slash < 0 ? written : written.substring(0, slash);
        var rest = slash < 0 ? "" : written.substring(slash + 1);
        var dot = first.indexOf('.');
        if (slash > 0 && (isKnownGroup.test(first) || (dot > 0 && !CUSTOM_SUBRESOURCES.contains(rest)))) {
            return new Reference(first, rest);
        }
        if (dot < 0) {
            return new Reference(null, written);
        }
        return new Reference(first.substring(dot + 1), first.substring(0, dot) + written.substring(first.length()));
    }
}
