package io.tenantry.feature.rbac;

import io.tenantry.IsolationLevel;
import io.tenantry.spi.Facts;
import io.tenantry.spi.TenantView;
import java.util.Set;

/**
 * The roles that there are where this config holds, built in or written, and what each allows.
 *
 * @param guarded whether tenants cannot touch what the platform owns
 */
record Roles(Rbac rbac, NamespacedResources resources, IsolationLevel level, boolean guarded) {

    static Roles of(TenantView<Rbac> tenant, Rbac rbac) {
        return new Roles(
                rbac,
                NamespacedResources.of(tenant.cluster()),
                tenant.tenant().isolationLevel(),
                tenant.fact(Facts.GUARDED).orElse(false));
    }

    Set<String> names() {
        return rbac.roleNames();
    }

    boolean isWritten(String role) {
        return rbac.roles().containsKey(role);
    }

    /** What carries a role. */
    RoleName carrier(String role) {
        return isWritten(role) ? RoleName.written(role) : RoleName.builtIn(builtIn(role), level, guarded);
    }

    /** What a role of {@link #names()} allows. */
    Permissions permissions(String role) {
        var written = rbac.roles().get(role);
        return written != null ? rules().permissions(written) : builtIn(role).permissions(resources, level, guarded);
    }

    RoleRules rules() {
        return new RoleRules(resources, level, guarded);
    }

    private static BuiltInRole builtIn(String role) {
        return BuiltInRole.named(role)
                .orElseThrow(() -> new IllegalArgumentException("there is no role " + role + " here"));
    }
}
