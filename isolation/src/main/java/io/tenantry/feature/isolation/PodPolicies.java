package io.tenantry.feature.isolation;

import io.tenantry.spi.SharedPolicy;
import io.tenantry.spi.SharedPolicyBuilder;

/**
 * What the shared policies on pods have in common: which requests they judge, and what of a pod they look at.
 *
 * <p>Pods are the truth; the templates of workloads are judged too, so that whoever writes one hears of it at once. The
 * variables are
 *
 * <ul>
 *   <li>{@code spec} and {@code oldSpec}, of the pod or the template; on creation the old one is empty;
 *   <li>{@code containers}: those of all three lists that the request adds or changes, so that what was admitted under
 *       earlier settings can still be labelled, scaled and deleted. A change of the pod's own security context changes
 *       them all;
 *   <li>{@code volumes}: those that the request adds or changes.
 * </ul>
 */
final class PodPolicies {
    private static final String SPEC = """
            request.resource.resource == 'pods' ? dyn(%1$s).spec \
            : request.resource.resource == 'podtemplates' ? dyn(%1$s).template.spec \
            : request.resource.resource == 'cronjobs' ? dyn(%1$s).spec.jobTemplate.spec.template.spec \
            : dyn(%1$s).spec.template.spec""";

    private static final String CONTAINERS =
            "%1$s.?containers.orValue([]) + %1$s.?initContainers.orValue([]) + %1$s.?ephemeralContainers.orValue([])";

    private PodPolicies() {}

    /** A policy on pods, their ephemeral containers, and the templates of all workloads. */
    static SharedPolicyBuilder onPodsAndTemplates(String name) {
        return variables(templates(SharedPolicy.named(name)
                .judges("", "v1", "pods", "CREATE", "UPDATE")
                .judges("", "v1", "pods/ephemeralcontainers", "UPDATE")));
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
                .variable("unchanged", "variables.spec == variables.oldSpec")
                .variable(
                        "oldContainers",
                        "variables.spec.?securityContext == variables.oldSpec.?securityContext ? "
                                + CONTAINERS.formatted("variables.oldSpec") + " : []")
                .variable(
                        "containers",
                        "variables.unchanged ? [] : (" + CONTAINERS.formatted("variables.spec")
                                + ").filter(container, !(container in variables.oldContainers))")
                .variable(
                        "volumes",
                        "variables.unchanged ? [] : variables.spec.?volumes.orValue([])"
                                + ".filter(volume, !(volume in variables.oldSpec.?volumes.orValue([])))");
    }
}
