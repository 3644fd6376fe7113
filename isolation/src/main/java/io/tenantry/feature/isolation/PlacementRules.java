package io.tenantry.feature.isolation;

import io.tenantry.Labels;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicyBuilder;

/**
 * Where pods run and before whom: nodes of their own, other tenants' nodes and the control plane's,
 * priority and runtime classes.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/">Taints and
 *     Tolerations</a>
 */
final class PlacementRules {
    private static final String CONTROL_PLANE =
            "['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master',"
                    + " 'node-role.kubernetes.io/etcd', 'CriticalAddonsOnly']";

    private static final String IS_OWN = "toleration.?key.orValue('') == '" + Labels.TENANT
            + "' && toleration.?operator.orValue('Equal') == 'Equal'"
            + " && toleration.?value.orValue('') == variables.tenant";

    private PlacementRules() {}

    static void add(SharedPolicyBuilder policy, ClusterView cluster) {
        policy.variable("tenant", Cel.TENANT);
        node(policy);
        tolerations(policy);
        classes(policy, cluster);
        ownNodes(policy, cluster);
        foreignNodes(policy);
    }

    private static void node(SharedPolicyBuilder policy) {
        policy.requires(
                "variables.spec.?nodeName.orValue('') == variables.oldSpec.?nodeName.orValue('')",
                "'nodeName is ' + variables.spec.?nodeName.orValue('')"
                        + " + ' but must not be set: choosing a node is up to the scheduler'");
    }

    private static void tolerations(SharedPolicyBuilder policy) {
        policy.variable(
                        "foreignTolerations",
                        "variables.spec.?tolerations.orValue([]).filter(toleration,"
                                + " (toleration.?key.orValue('') == ''"
                                + " || toleration.?key.orValue('') in " + CONTROL_PLANE
                                + " || (toleration.?key.orValue('') == '" + Labels.TENANT + "' && !(" + IS_OWN
                                + "))) && !(toleration in variables.oldSpec.?tolerations.orValue([])))")
                .requires(
                        "variables.foreignTolerations == []",
                        "'the toleration of ' + (variables.foreignTolerations[0].?key.orValue('') == ''"
                                + " ? 'every taint' : variables.foreignTolerations[0].key + '='"
                                + " + variables.foreignTolerations[0].?value.orValue('*'))"
                                + " + ' opens nodes that are not for tenant ' + variables.tenant + '; remove it'");
    }

    private static void ownNodes(SharedPolicyBuilder policy, ClusterView cluster) {
        policy.variable("labels", PodsPolicy.lines(PodAnnotations.NODE_LABELS))
                .variable("placed", placed(cluster))
                .variable(
                        "missingLabels",
                        "variables.labels.filter(label,"
                                + " variables.spec.?nodeSelector[?label.split('=')[0]].orValue('=')"
                                + " != label.split('=')[1])")
                .requires(
                        PodsPolicy.setting(PodAnnotations.NODE_LABELS)
                                + " == '' || !variables.placed || variables.missingLabels == []",
                        "'nodeSelector must contain ' + variables.missingLabels.join(', ').replace('=', ': ')"
                                + " + ', for pods of this tenant run on these nodes only'")
                .requires(
                        PodsPolicy.setting(PodAnnotations.DEDICATED_NODES)
                                + " != 'required' || !variables.placed"
                                + " || variables.spec.?tolerations.orValue([]).exists(toleration, " + IS_OWN
                                + " && toleration.?effect.orValue('') in ['', 'NoSchedule'])",
                        "'tolerations must contain {key: " + Labels.TENANT + ", operator: Equal, value: '"
                                + " + variables.tenant + ', effect: NoSchedule}, for the nodes of this tenant have"
                                + " that taint'");
    }

    private static void foreignNodes(SharedPolicyBuilder policy) {
        policy.requires(
                "variables.spec.?nodeSelector[?'" + Labels.TENANT + "'].orValue(variables.tenant)"
                        + " == variables.tenant || variables.spec.?nodeSelector"
                        + " == variables.oldSpec.?nodeSelector",
                "'nodeSelector asks for nodes of tenant ' + variables.spec.nodeSelector['" + Labels.TENANT + "']");
    }

    /** Where the cluster adds what is required to pods, templates need not have it. */
    private static String placed(ClusterView cluster) {
        return (NodePlacement.isSetBy(cluster) ? "request.resource.resource == 'pods' && " : "")
                + "(oldObject == null || variables.spec.?nodeSelector != variables.oldSpec.?nodeSelector"
                + " || variables.spec.?tolerations != variables.oldSpec.?tolerations)";
    }

    private static void classes(SharedPolicyBuilder policy, ClusterView cluster) {
        var usual = cluster.profile(IsolationProfile.class).defaultPriorityClass();
        policy.variable("allowedPriorityClasses", PodsPolicy.lines(PodAnnotations.ALLOWED_PRIORITY_CLASSES))
                .variable("allowedRuntimeClasses", PodsPolicy.lines(PodAnnotations.ALLOWED_RUNTIME_CLASSES))
                .variable("priorityClass", "variables.spec.?priorityClassName.orValue('')")
                .variable("runtimeClass", "variables.spec.?runtimeClassName.orValue('')")
                .requires(
                        "variables.priorityClass in ['', '" + (usual == null ? "" : usual) + "']"
                                + " || variables.priorityClass == variables.oldSpec.?priorityClassName.orValue('')"
                                + " || (!variables.priorityClass.startsWith('system-')"
                                + " && variables.priorityClass in variables.allowedPriorityClasses)",
                        "'priorityClassName is ' + variables.priorityClass + ' but must be one of: ' + "
                                + Cel.listed("allowedPriorityClasses"))
                .requires(
                        "variables.runtimeClass == ''"
                                + " || variables.runtimeClass == variables.oldSpec.?runtimeClassName.orValue('')"
                                + " || variables.runtimeClass in variables.allowedRuntimeClasses",
                        "'runtimeClassName is ' + variables.runtimeClass + ' but must be one of: ' + "
                                + Cel.listed("allowedRuntimeClasses"));
    }
}
