package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;
import io.tenantry.spi.SharedPolicyBuilder;

/**
 * The shared policy on pods: one for all that is said of them, since every policy that looks at a pod costs the API server
 * as much as what it says.
 *
 * <p>Pods are the truth; the templates of workloads are judged too, so that whoever writes one hears of it at once. The
 * rules share the variables
 *
 * <ul>
 *   <li>{@code spec} and {@code oldSpec}, of the pod or the template; on creation the old one is empty;
 *   <li>{@code containers}: those of all three lists that the request adds or changes, so that what was admitted under
 *       earlier settings can still be labelled, resized, scaled and deleted. A change of the pod's own security context
 *       changes them all;
 *   <li>{@code volumes}: those of images and of CSI drivers that the request adds or changes.
 * </ul>
 */
final class PodsPolicy {
    static final String NAME = "tenantry-pods";

    private static final String SPEC = """
            request.resource.resource == 'pods' ? dyn(%1$s).spec \
            : request.resource.resource == 'podtemplates' ? dyn(%1$s).template.spec \
            : request.resource.resource == 'cronjobs' ? dyn(%1$s).spec.jobTemplate.spec.template.spec \
            : dyn(%1$s).spec.template.spec""";

    private static final String CONTAINERS =
            "%1$s.?containers.orValue([]) + %1$s.?initContainers.orValue([]) + %1$s.?ephemeralContainers.orValue([])";

    private PodsPolicy() {}

    static SharedPolicy of(ClusterView cluster) {
        var policy = variables(templates(SharedPolicy.named(NAME)
                .judges("", "v1", "pods", "CREATE", "UPDATE")
                .judges("", "v1", "pods/ephemeralcontainers", "UPDATE")
                .judges("", "v1", "pods/resize", "UPDATE")));
        ImageRules.add(policy);
        ContainerRules.add(policy);
        PlacementRules.add(policy, cluster);
        CpuPinningRules.add(policy);
        InlineVolumeRules.add(policy);
        return policy.build(cluster);
    }

    private static SharedPolicyBuilder templates(SharedPolicyBuilder policy) {
        return policy.judges("", "v1", "replicationcontrollers", "CREATE", "UPDATE")
                .judges("", "v1", "podtemplates", "CREATE", "UPDATE")
                .judges("apps", "v1", "deployments", "CREATE", "UPDATE")
                .judges("apps", "v1", "statefulsets", "CREATE", "UPDATE")
                .judges("apps", "v1", "daemonsets", "CREATE", "UPDATE")
                .judges("apps", "v1", "replicasets", "CREATE", "UPDATE")
                .judges("batch", "v1", "jobs", "CREATE", "UPDATE")
                .judges("batch", "v1", "cronjobs", "CREATE", "UPDATE");
    }

    private static SharedPolicyBuilder variables(SharedPolicyBuilder policy) {
        return policy.variable("spec", SPEC.formatted("object"))
                .variable("oldSpec", "oldObject == null ? dyn({}) : (" + SPEC.formatted("oldObject") + ")")
                .variable(
                        "unchanged",
                        "variables.spec == variables.oldSpec || request.?subResource.orValue('') == 'resize'")
                .variable(
                        "oldContainers",
                        "variables.spec.?securityContext == variables.oldSpec.?securityContext ? "
                                + CONTAINERS.formatted("variables.oldSpec") + " : []")
                .variable(
                        "containers",
                        "oldObject == null ? " + CONTAINERS.formatted("variables.spec")
                                + " : variables.unchanged ? [] : ("
                                + CONTAINERS.formatted("variables.spec")
                                + ").filter(container, !(container in variables.oldContainers))")
                .variable(
                        "volumes",
                        "variables.spec.?volumes.orValue([]).filter(volume, (has(volume.image) || has(volume.csi))"
                                + " && !(volume in variables.oldSpec.?volumes.orValue([])))");
    }
}
