package io.tenantry.feature.rbac;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * A ServiceAccount for each namespace of the tenant, and the role that it has in its own.
 *
 * <pre>{@code
 * new ServiceAccountRole("ci-cd", "developer")
 * }</pre>
 */
public record ServiceAccountRole(
        @JsonPropertyDescription("Name of the ServiceAccount.")
        String name,

        @JsonPropertyDescription("The role that it has; viewer when absent.") @Nullable
        String role) {

    /** A service account with the role viewer. */
    @JsonCreator
    public static ServiceAccountRole named(String name) {
        return new ServiceAccountRole(name, null);
    }

    /** As a tenant file writes it. */
    @Override
    public String toString() {
        return role == null ? name : "{name: " + name + ", role: " + role + "}";
    }

    String roleOrViewer() {
        return role == null ? BuiltInRole.VIEWER.roleName() : role;
    }
}
