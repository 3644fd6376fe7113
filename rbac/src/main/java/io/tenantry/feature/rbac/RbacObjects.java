package io.tenantry.feature.rbac;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.tenantry.Labels;
import java.util.List;
import java.util.Map;

/**
 * Makes ServiceAccounts, Roles, ClusterRoles and RoleBindings.
 *
 * <p>A RoleBinding is named after its role, since the API server lets nobody change which role one binds.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/">Using RBAC Authorization</a>
 */
final class RbacObjects {
    private static final String GROUP_OF_RBAC = "rbac.authorization.k8s.io";

    private RbacObjects() {}

    /** Without a token in every pod; a pod that needs one asks for it. */
    static ServiceAccount serviceAccount(String namespace, String name) {
        return new ServiceAccountBuilder()
                .withMetadata(metadata(namespace, name))
                .withAutomountServiceAccountToken(false)
                .build();
    }

    static ClusterRole clusterRole(RoleName role, Permissions permissions) {
        return new ClusterRoleBuilder()
                .withNewMetadata()
                .withName(role.name())
                .endMetadata()
                .withRules(permissions.rules())
                .build();
    }

    static Role role(String namespace, RoleName role, Permissions permissions) {
        return new RoleBuilder()
                .withMetadata(metadata(namespace, role.name()))
                .withRules(permissions.rules())
                .build();
    }

    /** Labelled with the tenant's role that it gives. */
    static RoleBinding roleBinding(String namespace, String role, RoleName carrier, List<Subject> subjects) {
        var binding = roleBindingNamed(namespace, carrier.name(), carrier, subjects);
        binding.getMetadata().setLabels(Map.of(Labels.ROLE, role));
        return binding;
    }

    static RoleBinding roleBindingNamed(String namespace, String name, RoleName role, List<Subject> subjects) {
        return new RoleBindingBuilder()
                .withMetadata(metadata(namespace, name))
                .withNewRoleRef()
                .withApiGroup(GROUP_OF_RBAC)
                .withKind(role.kind())
                .withName(role.name())
                .endRoleRef()
                .withSubjects(subjects)
                .build();
    }

    private static ObjectMeta metadata(String namespace, String name) {
        return new ObjectMetaBuilder().withNamespace(namespace).withName(name).build();
    }
}
