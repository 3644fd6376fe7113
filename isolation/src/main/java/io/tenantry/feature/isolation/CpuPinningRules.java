package io.tenantry.feature.isolation;

import io.tenantry.spi.SharedPolicy;
import io.tenantry.spi.SharedPolicyBuilder;

/**
 * Pods whose containers get whole CPUs to themselves, when they are created and when they are resized.
 *
 * <p>The kubelet's static policy gives them to containers that ask for whole CPUs, in pods of class Guaranteed. Templates
 * are not judged: the defaults of a LimitRange are filled in only when pods are created.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/administer-cluster/cpu-management-policies/">CPU management</a>
 */
final class CpuPinningRules {
    private static final String IS_PINNED = "container.?resources.?limits.?cpu.orValue('').matches('^[1-9][0-9]*$')"
            + " && container.?resources.?requests.?cpu.orValue('') == container.resources.limits.cpu"
            + " && container.?resources.?limits.?memory.hasValue()"
            + " && container.?resources.?requests.?memory.orValue('') == container.resources.limits.memory";

    private static final String FLOATING =
            "(variables.spec.containers + variables.spec.?initContainers.orValue([])).%s(container, !(" + IS_PINNED
                    + "))";

    private static final String FREE = SharedPolicy.setting(PodAnnotations.CPU_PINNING)
            + " != 'required' || request.resource.resource != 'pods'"
            + " || !(oldObject == null || request.?subResource.orValue('') == 'resize')";

    private CpuPinningRules() {}

    static void add(SharedPolicyBuilder policy) {
        policy.requires(
                        FREE + " || !" + FLOATING.formatted("exists"),
                        "'container ' + " + FLOATING.formatted("filter")
                                + "[0].name + ' cannot have CPUs to itself; give it whole CPUs,"
                                + " and limits of cpu and memory that equal its requests'")
                .requires(
                        FREE + " || !has(variables.spec.resources)",
                        "'the pod has resources as a whole, so that no container has CPUs to itself; remove"
                                + " spec.resources'");
    }
}
