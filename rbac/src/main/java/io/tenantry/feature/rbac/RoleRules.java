package io.tenantry.feature.rbac;

import io.tenantry.IsolationLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Translates a written role into what the API server understands.
 *
 * <p>{@code *} stands for everything that a tenant may be given, never for more; what a role names outright is granted
 * as named, save what only a guarded cluster makes safe.
 */
final class RoleRules {
    static final String ALL = "*";

    private final NamespacedResources resources;
    private final IsolationLevel level;
    private final boolean guarded;

    RoleRules(NamespacedResources resources, IsolationLevel level, boolean guarded) {
        this.resources = resources;
        this.level = level;
        this.guarded = guarded;
    }

    /** What the role allows here. */
    Permissions permissions(TenantRole role) {
        boolean allVerbs = role.verbs().contains(ALL);
        if (allVerbs && role.resources().contains(ALL) && level == IsolationLevel.PERMISSIVE && guarded) {
            return Permissions.everything();
        }
        var permissions = Permissions.none();
        for (var resource : resources(role)) {
            var granted = resource.grantable(guarded);
            if (!allVerbs) {
                granted.retainAll(role.verbs());
            }
            permissions.add(resource, granted);
        }
        return permissions;
    }

    /** What the role names and does not get, because nothing guards what the platform owns: {@code create roles}. */
    List<String> leftOut(TenantRole role) {
        var leftOut = new TreeSet<String>();
        if (!guarded) {
            for (var resource : resources(role)) {
                var withGuard = resource.grantable(true);
                withGuard.removeAll(resource.grantable(false));
                if (!role.verbs().contains(ALL)) {
                    withGuard.retainAll(role.verbs());
                }
                if (!withGuard.isEmpty()) {
                    leftOut.add(resource.qualifiedName());
                }
            }
        }
        return List.copyOf(leftOut);
    }

    /** What a written role names outright, although no tenant may have it: {@code update resourcequotas}. */
    List<String> forbidden(TenantRole role) {
        var forbidden = new ArrayList<String>();
        for (var name : role.resources()) {
            if (name.equals(ALL)) {
                continue;
            }
            for (var resource : resources.resolve(name, role.apiGroupsOrAny())) {
                var grantable = resource.grantable(true);
                role.verbs().stream()
                        .filter(verb -> verb.equals(ALL) ? grantable.isEmpty() : isRefused(verb, resource, grantable))
                        .map(verb -> verb + " " + resource.qualifiedName())
                        .forEach(forbidden::add);
            }
        }
        return forbidden;
    }

    private static boolean isRefused(String verb, ApiResource resource, Set<String> grantable) {
        return resource.verbs().contains(verb) && !grantable.contains(verb);
    }

    private List<ApiResource> resources(TenantRole role) {
        var found = new ArrayList<ApiResource>();
        for (var name : role.resources()) {
            var groups = role.apiGroupsOrAny();
            found.addAll(name.equals(ALL) ? resources.in(groups) : resources.resolve(name, groups));
        }
        return found;
    }
}
