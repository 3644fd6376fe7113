package io.tenantry.feature.isolation;

import io.tenantry.Labels;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;
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
            + " && toleration.?value.orValue('') == " + Cel.TENANT;

    private static final String FOREIGN_TOLERATIONS = "variables.spec.?tolerations.orValue([]).%s(toleration,"
            + " (toleration.?key.orValue('') == '' || toleration.?key.orValue('') in " + CONTROL_PLANE
            + " || (toleration.?key.orValue('') == '" + Labels.TENANT + "' && !(" + IS_OWN
            + "))) && !(toleration in variables.oldSpec.?tolerations.orValue([])))";

    private PlacementRules() {}

    static void add(SharedPolicyBuilder policy, ClusterView cluster) {
        node(policy);
        tolerations(policy);
        classes(policy, cluster);
        ownNodes(policy, cluster);
        foreignNodes(policy);
    }

    private static void node(SharedPolicyBuilder policy) {
        policy.requires(
                "!has(variables.spec.nodeName) || variables.spec.nodeName == variables.oldSpec.?nodeName.orValue('')",
                "'nodeName is ' + variables.spec.nodeName"
                        + " + ' but must not be set: choosing a node is up to the scheduler'");
    }

    private static void tolerations(SharedPolicyBuilder policy) {
        policy.requires(
                "!" + FOREIGN_TOLERATIONS.formatted("exists"),
                "'the toleration of ' + " + FOREIGN_TOLERATIONS.formatted("filter")
                        + ".map(toleration, toleration.?key.orValue('') == '' ? 'every taint'"
                        + " : toleration.key + '=' + toleration.?value.orValue('*'))[0]"
                        + " + ' opens nodes that are not for tenant ' + " + Cel.TENANT + " + '; remove it'");
    }

    private static void ownNodes(SharedPolicyBuilder policy, ClusterView cluster) {
        var placed = placed(cluster);
        policy.variable(
                        "missingLabels",
                        Cel.entries(PodAnnotations.NODE_LABELS) + ".filter(label, label != '' &&"
                                + " variables.spec.?nodeSelector[?label.split('=')[0]].orValue('=')"
                                + " != label.split('=')[1])")
                .requires(
                        SharedPolicy.setting(PodAnnotations.NODE_LABELS) + " == '' || !(" + placed
                                + ") || variables.missingLabels == []",
                        "'nodeSelector must contain ' + variables.missingLabels.join(', ').replace('=', ': ')"
                                + " + ', for pods of this tenant run on these nodes only'")
                .requires(
                        SharedPolicy.setting(PodAnnotations.DEDICATED_NODES)
                                + " != 'required' || !(" + placed
                                + ") || variables.spec.?tolerations.orValue([]).exists(toleration, " + IS_OWN
                                + " && toleration.?effect.orValue('') in ['', 'NoSchedule'])",
                        "'tolerations must contain {key: " + Labels.TENANT + ", operator: Equal, value: '"
                                + " + " + Cel.TENANT + " + ', effect: NoSchedule}, for the nodes of this tenant have"
                                + " that taint'");
    }

    private static void foreignNodes(SharedPolicyBuilder policy) {
        policy.requires(
                "!('" + Labels.TENANT + "' in variables.spec.?nodeSelector.orValue({}))"
                        + " || variables.spec.nodeSelector['" + Labels.TENANT + "'] == " + Cel.TENANT
                        + " || variables.spec.?nodeSelector"
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
        policy.requires(
                        "!has(variables.spec.priorityClassName)"
                                + " || variables.spec.priorityClassName in ['', '" + (usual == null ? "" : usual) + "']"
                                + " || variables.spec.priorityClassName"
                                + " == variables.oldSpec.?priorityClassName.orValue('')"
                                + " || (!variables.spec.priorityClassName.startsWith('system-')"
                                + " && variables.spec.priorityClassName in "
                                + Cel.entries(PodAnnotations.ALLOWED_PRIORITY_CLASSES) + ")",
                        "'priorityClassName is ' + variables.spec.priorityClassName + ' but must be one of: ' + "
                                + Cel.listedEntries(PodAnnotations.ALLOWED_PRIORITY_CLASSES))
                .requires(
                        "!has(variables.spec.runtimeClassName)"
                                + " || variables.spec.runtimeClassName == variables.oldSpec.?runtimeClassName.orValue('')"
                                + " || variables.spec.runtimeClassName in "
                                + Cel.entries(PodAnnotations.ALLOWED_RUNTIME_CLASSES),
                        "'runtimeClassName is ' + variables.spec.runtimeClassName + ' but must be one of: ' + "
                                + Cel.listedEntries(PodAnnotations.ALLOWED_RUNTIME_CLASSES));
    }
}
