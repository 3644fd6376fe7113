package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingAdmissionPolicyBindingBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingAdmissionPolicyBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Variable;
import io.tenantry.Labels;
import io.tenantry.Tenant;
import io.tenantry.ValidationAction;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Manifests;
import java.util.Map;

/**
 * Adds to new pods what {@link PlacementRules} require of them; a convenience, since those judge the outcome.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/">Mutating Admission
 *     Policy</a>
 */
final class NodePlacement {
    /** Of the taint on nodes that are one tenant's own. */
    static final String EFFECT = "NoSchedule";

    private static final String NAME = "tenantry-placement";

    /** Label of namespaces whose pods run on nodes of the tenant's own. */
    private static final String NODES = Labels.PREFIX + "nodes";

    private static final String OWN = "own";
    private static final int MINOR = 36;

    private static final String PATCHES = """
            (variables.labels.size() > 0 && !has(object.spec.nodeSelector) \
            ? [JSONPatch{op: 'add', path: '/spec/nodeSelector', value: {}}] : []) \
            + variables.labels.filter(label, !(label.split('=')[0] in object.spec.?nodeSelector.orValue({}))) \
            .map(label, JSONPatch{op: 'add', path: '/spec/nodeSelector/' + jsonpatch.escapeKey(label.split('=')[0]), \
            value: label.split('=')[1]}) \
            + (variables.tolerates ? [] : (has(object.spec.tolerations) ? [] \
            : [JSONPatch{op: 'add', path: '/spec/tolerations', value: []}]) \
            + [JSONPatch{op: 'add', path: '/spec/tolerations/-', value: Object.spec.tolerations{key: '%1$s', \
            operator: 'Equal', value: namespaceObject.metadata.labels['%1$s'], effect: '%2$s'}}])""".formatted(Labels.TENANT, EFFECT);

    private NodePlacement() {}

    /** Whether this cluster has such policies, and the profile wants tenants to be held to it. */
    static boolean isSetBy(ClusterView cluster) {
        return cluster.kubernetes().atLeast(MINOR) && cluster.profile().enforcement() == ValidationAction.DENY;
    }

    /** By which a pod may be on nodes that are the tenant's own. */
    static Map<String, String> toleration(Tenant tenant) {
        return Map.of("key", Labels.TENANT, "operator", "Equal", "value", tenant.name(), "effect", EFFECT);
    }

    /** By this label the API server finds the namespaces where something is added, before it evaluates anything. */
    static void mark(String namespace, Manifests.Builder out) {
        out.label(namespace, NODES, OWN);
    }

    /** The policy and its binding, where the cluster has such things. */
    static void add(ClusterView cluster, Manifests.Builder out) {
        if (isSetBy(cluster)) {
            out.addToCluster(policy());
            out.addToCluster(binding());
        }
    }

    private static MutatingAdmissionPolicy policy() {
        return new MutatingAdmissionPolicyBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .withNewSpec()
                .withFailurePolicy("Fail")
                .withReinvocationPolicy("IfNeeded")
                .withNewMatchConstraints()
                .withMatchPolicy("Equivalent")
                .withNamespaceSelector(new LabelSelectorBuilder()
                        .addNewMatchExpression()
                        .withKey(Labels.TENANT)
                        .withOperator("Exists")
                        .endMatchExpression()
                        .addToMatchLabels(NODES, OWN)
                        .build())
                .withObjectSelector(new LabelSelector())
                .addNewResourceRule()
                .withApiGroups("")
                .withApiVersions("v1")
                .withResources("pods")
                .withOperations("CREATE")
                .withScope("*")
                .endResourceRule()
                .endMatchConstraints()
                .withVariables(
                        new Variable(annotation(PodAnnotations.NODE_LABELS), "labelText"),
                        new Variable(Cel.lines("labelText"), "labels"),
                        new Variable(
                                annotation(PodAnnotations.DEDICATED_NODES) + " != 'required'"
                                        + " || object.spec.?tolerations.orValue([]).exists(toleration,"
                                        + " toleration.?key.orValue('') == '" + Labels.TENANT + "')",
                                "tolerates"))
                .addNewMutation()
                .withPatchType("JSONPatch")
                .withNewJsonPatch()
                .withExpression(PATCHES)
                .endJsonPatch()
                .endMutation()
                .endSpec()
                .build();
    }

    private static MutatingAdmissionPolicyBinding binding() {
        return new MutatingAdmissionPolicyBindingBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .withNewSpec()
                .withPolicyName(NAME)
                .endSpec()
                .build();
    }

    private static String annotation(String key) {
        return "namespaceObject.metadata.?annotations.orValue({})[?'" + key + "'].orValue('')";
    }
}
