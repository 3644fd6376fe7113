package io.tenantry.feature.rbac;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role as a tenant file writes it.
 *
 * <pre>{@code
 * new TenantRole(List.of("get", "list"), List.of("deployments", "pods/log"), null, null)
 * }</pre>
 *
 * @param verbs {@code *} stands for all that a tenant may have
 * @param resources in the plural; {@code deployments/scale} is a subresource, {@code certificates.cert-manager.io} a
 *     custom resource, {@code *} all namespaced resources that a tenant may use
 * @param apiGroups narrows the resources; without it, each belongs to the group that has it
 * @param subjects who has the role
 */
public record TenantRole(
        @JsonPropertyDescription(
                "What may be done: get, list, watch, create, update, patch, delete, deletecollection or" + " *.")
        List<String> verbs,

        @JsonPropertyDescription("To what: deployments, pods/log, certificates.cert-manager.io or *.")
        List<String> resources,

        @JsonPropertyDescription("API groups of the resources; found by their names when absent.") @Nullable
        List<String> apiGroups,

        @JsonPropertyDescription("Who has the role, besides those listed by admins, developers or viewers.") @Nullable
        List<RoleSubject> subjects) {

    List<String> apiGroupsOrAny() {
        return apiGroups == null ? List.of() : apiGroups;
    }

    List<RoleSubject> subjectsOrNone() {
        return subjects == null ? List.of() : subjects;
    }
}
