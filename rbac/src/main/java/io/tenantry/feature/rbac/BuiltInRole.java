package io.tenantry.feature.rbac;

import io.tenantry.IsolationLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that every tenant has unless it writes one of the same name; a shared ClusterRole for each level.
 *
 * <p>Least first: each allows what those before it do.
 */
enum BuiltInRole {
    /** Sees what runs, its logs and events, and what bounds it; no Secrets. */
    VIEWER,
    /** Changes workloads and their configuration; deletes nothing. */
    DEVELOPER,
    /** Whatever a tenant may be given. */
    ADMIN;

    private static final Set<String> WRITING = Set.of("get", "list", "watch", "create", "update", "patch");
    private static final List<String> SEEN = List.of(
            "deployments",
            "statefulsets",
            "replicasets",
            "services",
            "pods",
            "pods/log",
            "events",
            "resourcequotas",
            "limitranges");
    private static final List<String> CHANGED =
            List.of("deployments", "statefulsets", "services", "configmaps", "secrets");

    private final String roleName = name().toLowerCase(Locale.ROOT);

    static Optional<BuiltInRole> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.roleName().equals(name))
                .findFirst();
    }

    String roleName() {
        return roleName;
    }

    /** Those whom the section lists for this role. */
    List<RoleSubject> people(Rbac rbac) {
        return switch (this) {
            case VIEWER -> rbac.viewers();
            case DEVELOPER -> rbac.developers();
            case ADMIN -> rbac.admins();
        };
    }

    /** Whether the role allows more where tenants cannot touch what the platform owns. */
    boolean dependsOnGuard() {
        return this == ADMIN;
    }

    Permissions permissions(NamespacedResources resources, IsolationLevel level, boolean guarded) {
        return switch (this) {
            case VIEWER -> seen(resources);
            case DEVELOPER -> seen(resources).and(changed(resources));
            case ADMIN ->
                level == IsolationLevel.PERMISSIVE && guarded
                        ? Permissions.everything()
                        : everythingGrantable(resources, guarded);
        };
    }

    private static Permissions seen(NamespacedResources resources) {
        var permissions = Permissions.none();
        for (var name : SEEN) {
            for (var resource : resources.resolve(name, Set.of())) {
                var verbs = resource.grantable(false);
                verbs.retainAll(ApiResource.READING);
                permissions.add(resource, verbs);
            }
        }
        return permissions;
    }

    private static Permissions changed(NamespacedResources resources) {
        var permissions = Permissions.none();
        for (var name : CHANGED) {
            for (var resource : resources.resolve(name, Set.of())) {
                permissions.add(resource, WRITING);
            }
        }
        return permissions;
    }

    private static Permissions everythingGrantable(NamespacedResources resources, boolean guarded) {
        var permissions = Permissions.none();
        resources.all().forEach(resource -> permissions.add(resource, resource.grantable(guarded)));
        return permissions;
    }
}
