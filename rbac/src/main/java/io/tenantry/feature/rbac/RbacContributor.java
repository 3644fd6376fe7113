package io.tenantry.feature.rbac;

import io.tenantry.IsolationLevel;
import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Facts;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.Section;
import io.tenantry.spi.Subjects;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The section {@code rbac}: shared ClusterRoles for the built-in roles, and in each namespace of a tenant RoleBindings,
 * Roles that the tenant file writes, and ServiceAccounts. Never a ClusterRoleBinding.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/">Role Based Access Control Good
 *     Practices</a>
 */
public final class RbacContributor implements ClusterContributor<Rbac> {
    /** The section, for those who look at rendered tenants. */
    public static final Section<Rbac> SECTION = Section.named("rbac", Rbac.class, level -> Rbac.DEFAULTS)
            .describedAs("Who may do what in the tenant's namespaces.")
            .withShorthand("admins");

    @Override
    public Section<Rbac> section() {
        return SECTION;
    }

    @Override
    public void publish(TenantView<Rbac> tenant, Facts.Builder facts) {
        facts.publish(Facts.SUBJECTS, subjects(tenant));
    }

    @Override
    public void validate(TenantView<Rbac> tenant, Problems problems) {
        for (var place : Place.of(tenant, problems)) {
            new RoleProblems(place, NamespacedResources.of(tenant.cluster())).check();
            SubjectProblems.check(place);
        }
    }

    @Override
    public void validateAll(List<TenantView<Rbac>> tenants, Problems problems) {
        CrossTenantAccess.check(tenants, problems);
        ForeignServiceAccounts.check(tenants, problems);
    }

    @Override
    public Manifests shared(ClusterView cluster) {
        var resources = NamespacedResources.of(cluster);
        var out = Manifests.builder();
        for (var role : BuiltInRole.values()) {
            for (var level : IsolationLevel.values()) {
                out.addToCluster(RbacObjects.clusterRole(
                        RoleName.builtIn(role, level, false), role.permissions(resources, level, false)));
                if (role.dependsOnGuard()) {
                    out.addToCluster(RbacObjects.clusterRole(
                            RoleName.builtIn(role, level, true), role.permissions(resources, level, true)));
                }
            }
        }
        return out.build();
    }

    @Override
    public Manifests contribute(TenantView<Rbac> tenant) {
        var out = Manifests.builder();
        var explained = new HashSet<Rbac>();
        for (var namespace : tenant.namespaces()) {
            var access = new NamespaceAccess(tenant, namespace);
            access.addTo(out);
            if (explained.add(namespace.config())) {
                access.explainTo(out);
            }
            CrossTenantAccess.of(tenant, namespace, out);
        }
        return out.build();
    }

    @Override
    public List<Attack> attacks(TenantView<Rbac> tenant) {
        var attacks = new LinkedHashMap<String, Attack>();
        for (var namespace : tenant.namespaces()) {
            new RbacAttacks(new NamespaceAccess(tenant, namespace))
                    .all()
                    .forEach(attack -> attacks.putIfAbsent(attack.id(), attack));
        }
        return List.copyOf(attacks.values());
    }

    /** Whoever acts for the tenant in any of its namespaces. */
    static Subjects subjects(TenantView<Rbac> tenant) {
        var people = new LinkedHashSet<RoleSubject>();
        var accounts = new ArrayList<String>();
        var groups = new LinkedHashSet<String>();
        for (var namespace : tenant.namespaces()) {
            var rbac = namespace.config();
            rbac.roleNames().forEach(role -> people.addAll(rbac.subjects(role)));
            groups.addAll(rbac.allowedGroups());
            accounts(namespace).forEach(accounts::add);
        }
        return new SubjectNames(tenant.cluster().profile()).all(people, accounts, groups);
    }

    private static List<String> accounts(NamespaceView<Rbac> namespace) {
        return namespace.config().serviceAccounts().stream()
                .map(account -> namespace.name() + "/" + account.name())
                .toList();
    }
}
