package io.tenantry.feature.rbac;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The section {@code rbac}: who acts for the tenant, and what its roles allow in each of its namespaces.
 *
 * <pre>{@code
 * Rbac.of(rbac -> rbac.admins(List.of(RoleSubject.user("admin@acme.com"))).serviceAccounts(List.of(
 *         new ServiceAccountRole("ci-cd", "developer"))))
 * }</pre>
 *
 * <p>Given in Java, a null component is not written; no component is null in a config that a contributor sees.
 */
@RecordBuilder
public record Rbac(
        @JsonPropertyDescription("Roles by name. Those named admin, developer or viewer replace the built-in ones.")
        Map<String, TenantRole> roles,

        @JsonPropertyDescription("Who has the role admin: a user, group:NAME or serviceaccount:NAMESPACE/NAME.")
        List<RoleSubject> admins,

        @JsonPropertyDescription("Who has the role developer.")
        List<RoleSubject> developers,

        @JsonPropertyDescription("Who has the role viewer.") List<RoleSubject> viewers,

        @JsonPropertyDescription(
                "ServiceAccounts of each namespace: a name, which gets the role viewer, or a name and" + " a role.")
        List<ServiceAccountRole> serviceAccounts,

        @JsonPropertyDescription("Whether the tenant's people may read in the namespaces of allowedTenants.")
        Boolean allowCrossTenantAccess,

        @JsonPropertyDescription("Tenants that this one may read; each must name it in acceptedTenants.")
        List<String> allowedTenants,

        @JsonPropertyDescription("Tenants that may read this one, if they name it in allowedTenants.")
        List<String> acceptedTenants,

        @JsonPropertyDescription("Groups that the tenant's administrators may bind to roles.")
        List<String> allowedGroups) {

    static final Rbac DEFAULTS = of(rbac -> rbac.roles(Map.of())
            .admins(List.of())
            .developers(List.of())
            .viewers(List.of())
            .serviceAccounts(List.of())
            .allowCrossTenantAccess(false)
            .allowedTenants(List.of())
            .acceptedTenants(List.of())
            .allowedGroups(List.of()));

    /** The parameters that are set in {@code values}, and no other. */
    public static Rbac of(UnaryOperator<RbacBuilder> values) {
        return values.apply(RbacBuilder.builder()).build();
    }

    /** The names of all roles that there are, built in or written, sorted. */
    SortedSet<String> roleNames() {
        var names = new TreeSet<>(roles.keySet());
        for (var role : BuiltInRole.values()) {
            names.add(role.roleName());
        }
        return names;
    }

    /** The people who have a role, apart from service accounts of the tenant's own making. */
    List<RoleSubject> subjects(String role) {
        var written = roles.get(role);
        var subjects = new ArrayList<>(written == null ? List.<RoleSubject>of() : written.subjectsOrNone());
        BuiltInRole.named(role).ifPresent(builtIn -> subjects.addAll(builtIn.people(this)));
        return subjects.stream().distinct().toList();
    }
}
