package io.tenantry.feature.rbac;

import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.tenantry.Labels;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who has which role in one namespace of a tenant, and what that role allows there. */
final class NamespaceAccess {
    /** Whom the tenant's RoleBindings may name, a line each; read by the policy on grants. */
    static final String SUBJECTS_ANNOTATION = Labels.PREFIX + "subjects";

    private static final String GRANTS_POLICY = "tenantry-grants";

    private final TenantView<Rbac> tenant;
    private final NamespaceView<Rbac> namespace;
    private final Roles roles;

    NamespaceAccess(TenantView<Rbac> tenant, NamespaceView<Rbac> namespace) {
        this.tenant = tenant;
        this.namespace = namespace;
        this.roles = Roles.of(tenant, namespace.config());
    }

    String name() {
        return namespace.name();
    }

    Roles roles() {
        return roles;
    }

    /** The names of the service accounts here, with their roles. */
    SortedMap<String, String> serviceAccounts() {
        var accounts = new TreeMap<String, String>();
        roles.rbac().serviceAccounts().forEach(account -> accounts.put(account.name(), account.roleOrViewer()));
        return accounts;
    }

    void addTo(Manifests.Builder out) {
        roles.rbac().roles().forEach((role, written) -> addRole(role, written, out));
        for (var account : serviceAccounts().keySet()) {
            out.add(RbacObjects.serviceAccount(name(), account))
                    .makesTrue(Enforcement.AUTHORIZATION, "serviceAccounts");
        }
        for (var role : roles.names()) {
            var subjects = subjects(role);
            if (!subjects.isEmpty()) {
                out.add(RbacObjects.roleBinding(name(), role, roles.carrier(role), subjects))
                        .makesTrue(Enforcement.AUTHORIZATION, pathsOf(role));
            }
        }
        bindable(out);
    }

    /** What each role that somebody has reaches beyond its rules; the same lines from several namespaces count once. */
    void explainTo(Manifests.Builder out) {
        for (var role : roles.names()) {
            if (!subjects(role).isEmpty()) {
                var key = keyOf(role);
                var who = key.equals("serviceAccounts") ? role + " " : "";
                new IndirectRights(roles, role).lines().forEach(line -> out.implies(key, who + line));
            }
        }
    }

    /** The key that says the most about a role. */
    private String keyOf(String role) {
        if (roles.isWritten(role)) {
            return "roles." + role + ".resources";
        }
        return roles.rbac().subjects(role).isEmpty() ? "serviceAccounts" : role + "s";
    }

    private void addRole(String role, TenantRole written, Manifests.Builder out) {
        var object = out.add(RbacObjects.role(name(), RoleName.written(role), roles.permissions(role)))
                .makesTrue(Enforcement.AUTHORIZATION, "roles." + role + ".verbs", "roles." + role + ".apiGroups");
        var leftOut = roles.rules().leftOut(written);
        if (leftOut.isEmpty()) {
            object.makesTrue(Enforcement.AUTHORIZATION, "roles." + role + ".resources");
        } else {
            out.notEnforced(
                    "roles." + role + ".resources",
                    "writing " + String.join(", ", leftOut) + " is left out, for here nothing keeps tenants from using"
                            + " it to break out; it needs the module isolation, Kubernetes 1.30 and enforcement deny");
        }
    }

    private String[] pathsOf(String role) {
        var paths = new ArrayList<String>();
        BuiltInRole.named(role).ifPresent(builtIn -> paths.add(builtIn.roleName() + "s"));
        paths.add("roles." + role + ".subjects");
        if (serviceAccounts().containsValue(role)) {
            paths.add("serviceAccounts");
        }
        return paths.toArray(String[]::new);
    }

    /** Whom the tenant may bind is judged by a policy of the module isolation; without it tenants bind nobody. */
    private void bindable(Manifests.Builder out) {
        if (roles.guarded()) {
            var subjects = RbacContributor.subjects(tenant);
            out.annotate(name(), SUBJECTS_ANNOTATION, SubjectNames.lines(subjects))
                    .makesTrue(Enforcement.by(GRANTS_POLICY), "allowedGroups");
        } else if (!roles.rbac().allowedGroups().isEmpty()) {
            out.notEnforced("allowedGroups", "tenants may write no RoleBindings here, for nothing guards them");
        }
    }

    private List<Subject> subjects(String role) {
        var names = new SubjectNames(tenant.cluster().profile());
        var subjects = new ArrayList<Subject>();
        roles.rbac().subjects(role).stream().map(names::subject).forEach(subjects::add);
        serviceAccounts().forEach((account, itsRole) -> {
            if (itsRole.equals(role)) {
                subjects.add(SubjectNames.serviceAccount(name(), account));
            }
        });
        return subjects.stream().distinct().sorted(SubjectNames.ORDER).toList();
    }
}
