package io.tenantry.feature.rbac;

import io.tenantry.spi.Problems;
import io.tenantry.validation.Names;
import io.tenantry.validation.Quoted;
import io.tenantry.validation.Suggestion;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What can be wrong with the roles that a tenant file writes. */
final class RoleProblems {
    /** Verbs that give the holder the rights of others. */
    private static final Set<String> ESCALATING = Set.of("bind", "escalate", "impersonate");

    private final Place place;
    private final NamespacedResources resources;

    RoleProblems(Place place, NamespacedResources resources) {
        this.place = place;
        this.resources = resources;
    }

    void check() {
        if (place.states("roles")) {
            place.rbac().roles().forEach(this::check);
        }
    }

    private void check(String name, TenantRole role) {
        Names.label(name)
                .ifPresent(flaw -> place.at("roles", name)
                        .error("RBAC_ROLE_NAME", "is a role whose name " + flaw.message(), flaw.fix()));
        verbs(role, name);
        groups(role, name);
        resources(role, name);
        var rules = Roles.of(place.tenant(), place.rbac()).rules();
        for (var right : rules.forbidden(role)) {
            place.at("roles", name, "resources")
                    .error(
                            "RBAC_RIGHT_OF_PLATFORM",
                            "would give the right to " + right + ", which no tenant may have",
                            "remove the resource or the verb; * stands for all that a tenant may have");
        }
        unbound(role, name);
    }

    private void verbs(TenantRole role, String name) {
        var at = place.at("roles", name, "verbs");
        if (role.verbs().isEmpty()) {
            at.error("RBAC_ROLE_EMPTY", "is empty, so the role allows nothing", "write the verbs, such as [get, list]");
        }
        for (var verb : role.verbs()) {
            if (ESCALATING.contains(verb)) {
                at.error(
                        "RBAC_RIGHT_OF_PLATFORM",
                        "has " + verb + ", which gives its holder the rights of others",
                        "remove it; no tenant may have it");
            } else if (!verb.equals(RoleRules.ALL) && !ApiResource.ALL_VERBS.contains(verb)) {
                at.error(
                        "RBAC_VERB_UNKNOWN",
                        "has " + Quoted.of(verb) + ", which is no verb",
                        nearest(verb, ApiResource.ALL_VERBS.stream().sorted().toList()));
            }
        }
    }

    private void groups(TenantRole role, String name) {
        var known = resources.groups();
        for (var group : role.apiGroupsOrAny()) {
            if (!known.contains(NamespacedResources.normal(group))
                    && !group.equals(RoleRules.ALL)
                    && !group.contains(".")) {
                place.at("roles", name, "apiGroups")
                        .error(
                                "RBAC_GROUP_WRONG",
                                "has " + Quoted.of(group) + ", which is no group of Kubernetes",
                                Suggestion.nearest(group, known)
                                        .map(nearest -> "did you mean " + nearest + "?")
                                        .orElse("remove apiGroups; groups are found by the resources"));
            }
        }
    }

    private void resources(TenantRole role, String name) {
        var at = place.at("roles", name, "resources");
        if (role.resources().isEmpty()) {
            at.error(
                    "RBAC_ROLE_EMPTY",
                    "is empty, so the role allows nothing",
                    "write the resources, such as [deployments, pods/log]");
        }
        for (var resource : role.resources()) {
            var meant = resource.equals(RoleRules.ALL)
                    ? resources.in(role.apiGroupsOrAny())
                    : resources.resolve(resource, role.apiGroupsOrAny());
            if (meant.isEmpty()) {
                unresolved(resource, at);
            } else if (role.verbs().stream().allMatch(ApiResource.ALL_VERBS::contains)
                    && meant.stream().allMatch(one -> Collections.disjoint(one.verbs(), role.verbs()))) {
                at.error(
                        "RBAC_VERB_WRONG",
                        "has " + resource + ", which has none of the verbs " + String.join(", ", role.verbs()),
                        "its verbs are " + String.join(", ", meant.get(0).verbs()));
            }
        }
    }

    private void unresolved(String resource, Problems at) {
        if (resource.equals(RoleRules.ALL)) {
            at.error(
                    "RBAC_GROUP_WRONG",
                    "has *, of which apiGroups leave nothing",
                    "remove apiGroups, or list the custom resources in tenantResources of the cluster profile");
            return;
        }
        var groups = resources.groupsOf(resource);
        if (resource.equals("namespaces") || resource.startsWith("namespaces/")) {
            at.error(
                    "RBAC_RIGHT_OF_PLATFORM",
                    "has " + resource + ": who may change the Namespace can switch off all that it enforces",
                    "remove it; no tenant may have it");
        } else if (!groups.isEmpty()) {
            at.error(
                    "RBAC_GROUP_WRONG",
                    "has " + resource + ", which is in no group that apiGroups names",
                    "remove apiGroups, or add " + quotedGroups(groups));
        } else {
            at.error(
                    "RBAC_RESOURCE_UNKNOWN",
                    "has " + Quoted.of(resource) + ", which is no namespaced resource of Kubernetes",
                    nearest(resource, List.copyOf(resources.names())) + "; write a custom resource as plural.group");
        }
    }

    private void unbound(TenantRole role, String name) {
        boolean bound = BuiltInRole.named(name).isPresent()
                || !role.subjectsOrNone().isEmpty()
                || place.rbac().serviceAccounts().stream()
                        .anyMatch(account -> account.roleOrViewer().equals(name));
        if (!bound) {
            place.at("roles", name)
                    .notice("RBAC_ROLE_UNUSED", "is a role that nobody has", "give it subjects, or a service account");
        }
    }

    private static String nearest(String word, List<String> known) {
        return Suggestion.nearest(word, known)
                .map(name -> "did you mean " + name + "?")
                .orElse("write it in the plural and in lower case");
    }

    private static String quotedGroups(List<String> groups) {
        return groups.stream()
                .map(group -> group.isEmpty() ? "\"\" (the core group)" : group)
                .reduce((one, other) -> one + " or " + other)
                .orElseThrow();
    }
}
