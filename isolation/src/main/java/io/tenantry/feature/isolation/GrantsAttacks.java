package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.tenantry.spi.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the policies on RoleBindings and Roles must stop. */
final class GrantsAttacks {
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> ALL = List.of("*");

    private GrantsAttacks() {}

    static void add(AttackList out) {
        out.given(role(out.namespace(), Samples.GIVEN, "", READ, List.of("configmaps")), given(out));
        onSubjects(out);
        onChange(out);
        onRoleRefs(out);
        onRights(out);
        onWhatThePlatformOwns(out);
    }

    private static void onSubjects(AttackList out) {
        subject(out, "stranger", subject("User", "tenantry-stranger", null));
        subject(out, "anonymous", subject("User", "system:anonymous", null));
        subject(out, "authenticated", subject("Group", "system:authenticated", null));
        subject(out, "unauthenticated", subject("Group", "system:unauthenticated", null));
        subject(out, "masters", subject("Group", "system:masters", null));
        subject(out, "service-accounts", subject("Group", "system:serviceaccounts", null));
        subject(out, "group", subject("Group", "tenantry-strangers", null));
        subject(out, "system-account", subject("ServiceAccount", "default", "kube-system"));
        subject(out, "account-of-another", subject("ServiceAccount", "default", "tenantry-other"));
        subject(out, "account-as-user", subject("User", "system:serviceaccount:kube-system:default", null));
    }

    private static void subject(AttackList out, String variant, Subject subject) {
        out.add(
                "grants/" + variant,
                Request.create(binding(out.namespace(), Samples.NAME, "Role", Samples.GIVEN, subject)),
                Request.create(binding(out.namespace(), Samples.NAME, "Role", Samples.GIVEN, own(out))),
                GrantsPolicy.NAME);
    }

    /** Of a RoleBinding that is there. */
    private static void onChange(AttackList out) {
        var more = binding(out.namespace(), Samples.GIVEN, "Role", Samples.GIVEN, own(out), own(out, "tenantry-more"));
        var stranger = subject("User", "tenantry-stranger", null);
        out.add(
                "grants/add-stranger",
                Request.update(binding(out.namespace(), Samples.GIVEN, "Role", Samples.GIVEN, own(out), stranger)),
                Request.update(more),
                GrantsPolicy.NAME);
    }

    private static HasMetadata given(AttackList out) {
        return binding(out.namespace(), Samples.GIVEN, "Role", Samples.GIVEN, own(out));
    }

    private static void onRoleRefs(AttackList out) {
        for (var role : List.of("cluster-admin", "admin", "edit", "system:node")) {
            out.addBeyondRights(
                    "grants/" + role.replace(':', '-'),
                    Request.create(binding(out.namespace(), Samples.NAME, "ClusterRole", role, own(out))),
                    Samples.harmless(out.namespace()),
                    GrantsPolicy.NAME);
        }
    }

    private static void onRights(AttackList out) {
        role(out, "escalate", RBAC, List.of("escalate"), "roles");
        role(out, "bind", RBAC, List.of("bind"), "clusterroles");
        role(out, "impersonate-users", "", List.of("impersonate"), "users", "groups");
        role(out, "impersonate-accounts", "", List.of("impersonate"), "serviceaccounts");
        role(out, "everything", "*", ALL, "*");
        role(out, "all-on-roles", RBAC, ALL, "roles");
        role(out, "all-on-accounts", "", ALL, "serviceaccounts");
    }

    private static void onWhatThePlatformOwns(AttackList out) {
        for (var resource : List.of("namespaces", "resourcequotas", "limitranges", "endpoints")) {
            role(out, "write-" + resource, "", List.of("get", "update"), resource);
        }
        role(out, "write-endpointslices", "discovery.k8s.io", List.of("create"), "endpointslices");
        role(out, "write-status", "", List.of("patch"), "resourcequotas/status");
        role(out, "bind-pods", "", List.of("create"), "pods/binding");
        role(out, "write-all-of-core", "", List.of("get", "delete"), "*");
    }

    private static void role(AttackList out, String variant, String group, List<String> verbs, String... resources) {
        out.addBeyondRights(
                "roles/" + variant,
                Request.create(role(out.namespace(), Samples.NAME, group, verbs, List.of(resources))),
                Request.create(role(out.namespace(), Samples.NAME, "", READ, List.of("configmaps"))),
                RolesPolicy.NAME);
    }

    private static HasMetadata role(
            String namespace, String name, String group, List<String> verbs, List<String> resources) {
        var rule = Map.of("apiGroups", List.of(group), "resources", resources, "verbs", verbs);
        return GenericObject.of(RBAC + "/v1", "Role", namespace, name, Map.of("rules", List.of(rule)));
    }

    private static HasMetadata binding(String namespace, String name, String kind, String role, Subject... subjects) {
        return new RoleBindingBuilder()
                .withMetadata(new ObjectMetaBuilder()
                        .withNamespace(namespace)
                        .withName(name)
                        .build())
                .withNewRoleRef(RBAC, kind, role)
                .withSubjects(subjects)
                .build();
    }

    private static Subject own(AttackList out) {
        return own(out, "default");
    }

    private static Subject own(AttackList out, String account) {
        return subject("ServiceAccount", account, out.namespace());
    }

    private static Subject subject(String kind, String name, @Nullable String namespace) {
        return new SubjectBuilder()
                .withApiGroup(kind.equals("ServiceAccount") ? "" : RBAC)
                .withKind(kind)
                .withName(name)
                .withNamespace(namespace)
                .build();
    }
}
