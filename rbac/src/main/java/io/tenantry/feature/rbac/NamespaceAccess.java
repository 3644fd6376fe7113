package io.tenantry.feature.rbac;

import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.tenantry.Labels;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Facts;
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
    private final boolean guarded;

    NamespaceAccess(TenantView<Rbac> tenant, NamespaceView<Rbac> namespace) {
        this.tenant = tenant;
        this.namespace = namespace;
        this.guarded = tenant.fact(Facts.GUARDED).orElse(false);
    }

    String name() {
        return namespace.name();
    }

    boolean guarded() {
        return guarded;
    }

    boolean isBuiltIn(String role) {
        return !rbac().roles().containsKey(role) && BuiltInRole.named(role).isPresent();
    }

    /** What carries a role here. */
    RoleName carrier(String role) {
        return rbac().roles().containsKey(role)
                ? RoleName.written(role)
                : RoleName.builtIn(builtIn(role), tenant.tenant().isolationLevel(), guarded);
    }

    /** What a role allows here. */
    Permissions permissions(String role) {
        var written = rbac().roles().get(role);
        return written != null ? rules().permissions(written) : builtInPermissions(role);
    }

    /** The names of the service accounts here, with their roles. */
    SortedMap<String, String> serviceAccounts() {
        var roles = new TreeMap<String, String>();
        rbac().serviceAccounts().forEach(account -> roles.put(account.name(), account.roleOrViewer()));
        return roles;
    }

    void addTo(Manifests.Builder out) {
        rbac().roles().forEach((role, written) -> addRole(role, written, out));
        for (var account : serviceAccounts().keySet()) {
            out.add(RbacObjects.serviceAccount(name(), account))
                    .makesTrue(Enforcement.AUTHORIZATION, "serviceAccounts");
        }
        for (var role : rbac().roleNames()) {
            var subjects = subjects(role);
            if (!subjects.isEmpty()) {
                out.add(RbacObjects.roleBinding(name(), role, carrier(role), subjects))
                        .makesTrue(Enforcement.AUTHORIZATION, pathsOf(role));
            }
        }
        bindable(out);
    }

    private void addRole(String role, TenantRole written, Manifests.Builder out) {
        var object = out.add(RbacObjects.role(name(), RoleName.written(role), rules().permissions(written)))
                .makesTrue(Enforcement.AUTHORIZATION, "roles." + role + ".verbs", "roles." + role + ".apiGroups");
        var leftOut = rules().leftOut(written);
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
        if (guarded) {
            var subjects = RbacContributor.subjects(tenant);
            out.annotate(name(), SUBJECTS_ANNOTATION, SubjectNames.lines(subjects))
                    .makesTrue(Enforcement.by(GRANTS_POLICY), "allowedGroups");
        } else if (!rbac().allowedGroups().isEmpty()) {
            out.notEnforced("allowedGroups", "tenants may write no RoleBindings here, for nothing guards them");
        }
    }

    private List<Subject> subjects(String role) {
        var names = new SubjectNames(tenant.cluster().profile());
        var subjects = new ArrayList<Subject>();
        rbac().subjects(role).stream().map(names::subject).forEach(subjects::add);
        serviceAccounts().forEach((account, itsRole) -> {
            if (itsRole.equals(role)) {
                subjects.add(SubjectNames.serviceAccount(name(), account));
            }
        });
        return subjects.stream().distinct().sorted(SubjectNames.ORDER).toList();
    }

    private Permissions builtInPermissions(String role) {
        return builtIn(role)
                .permissions(
                        NamespacedResources.of(tenant.cluster()),
                        tenant.tenant().isolationLevel(),
                        guarded);
    }

    private static BuiltInRole builtIn(String role) {
        return BuiltInRole.named(role)
                .orElseThrow(() -> new IllegalArgumentException("there is no role " + role + " here"));
    }

    private RoleRules rules() {
        return new RoleRules(
                NamespacedResources.of(tenant.cluster()), tenant.tenant().isolationLevel(), guarded);
    }

    private Rbac rbac() {
        return namespace.config();
    }
}
