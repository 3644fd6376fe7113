package io.tenantry.feature.rbac;

import io.tenantry.IsolationLevel;
import java.util.Locale;

/**
 * What carries a role: a shared ClusterRole, or a Role of one namespace.
 *
 * @param kind {@code ClusterRole} or {@code Role}
 */
record RoleName(String kind, String name) {
    private static final String PREFIX = "tenantry-";

    /** The ClusterRole {@code tenantry-<role>-<level>}, with {@code -guarded} where that allows more. */
    static RoleName builtIn(BuiltInRole role, IsolationLevel level, boolean guarded) {
        var name = PREFIX + role.roleName() + "-" + level.toString().toLowerCase(Locale.ROOT);
        return new RoleName("ClusterRole", guarded && role.dependsOnGuard() ? name + "-guarded" : name);
    }

    /** The Role of a role that the tenant file writes. */
    static RoleName written(String role) {
        return new RoleName("Role", PREFIX + "role-" + role);
    }

    /** The object's key, as {@code explain} prints it. */
    String key(String namespace) {
        return "rbac.authorization.k8s.io/v1/" + kind + "/" + (kind.equals("Role") ? namespace : "") + "/" + name;
    }
}
