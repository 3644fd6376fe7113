package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;

/** Whom and what a tenant's own RoleBindings may bind. */
final class GrantsPolicy {
    /** Known to the module rbac, which writes the annotation that it reads. */
    static final String NAME = "tenantry-grants";

    private static final String NAME_OF_SUBJECT =
            "subject.kind + '/' + (subject.kind == 'ServiceAccount' ? subject.?namespace.orValue('') + '/' : '')"
                    + " + subject.name";

    private GrantsPolicy() {}

    /** Subjects of the tenant, and Roles of the namespace or the tenant's shared ClusterRoles. */
    static SharedPolicy of(ClusterView cluster) {
        return SharedPolicy.named(NAME)
                .judges("rbac.authorization.k8s.io", "v1", "rolebindings", "CREATE", "UPDATE")
                .annotation("subjectLines", Annotations.SUBJECTS)
                .annotation("namespaceLines", Annotations.NAMESPACES)
                .variable("allowed", Cel.lines("subjectLines"))
                .variable("namespaces", Cel.lines("namespaceLines"))
                .variable("level", Cel.LEVEL)
                .variable(
                        "clusterRoles",
                        "['viewer', 'developer', 'admin'].map(role, 'tenantry-' + role + '-' + variables.level)"
                                + " + ['tenantry-admin-' + variables.level + '-guarded']")
                .variable("before", "oldObject == null ? [] : oldObject.?subjects.orValue([])")
                .variable(
                        "foreign",
                        "object.?subjects.orValue([]).filter(subject, !(subject in variables.before)"
                                + " && !(subject.kind == 'ServiceAccount'"
                                + " && subject.?namespace.orValue('') in variables.namespaces)"
                                + " && (subject.name.startsWith('system:')"
                                + " || !((" + NAME_OF_SUBJECT + ") in variables.allowed)))"
                                + ".map(subject, " + NAME_OF_SUBJECT + ")")
                .requires(
                        "size(variables.foreign) == 0",
                        "'subject ' + variables.foreign.join(', ') + ' is not of this tenant; allowed are '"
                                + " + (variables.allowed + ['service accounts of '"
                                + " + variables.namespaces.join(', ')]).join(', ')")
                .requires(
                        "object.roleRef.kind == 'Role' || object.roleRef.name in variables.clusterRoles"
                                + " || (oldObject != null && oldObject.roleRef == object.roleRef)",
                        "'roleRef is ' + object.roleRef.kind + ' ' + object.roleRef.name"
                                + " + ' but must be a Role of this namespace or one of ' + "
                                + Cel.listed("clusterRoles"))
                .build(cluster);
    }
}
