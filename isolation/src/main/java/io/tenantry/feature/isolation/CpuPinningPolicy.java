package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;

/**
 * The shared policy on pods whose containers get whole CPUs to themselves.
 *
 * <p>The kubelet's static policy gives them to containers that ask for whole CPUs, in pods of class Guaranteed. Templates
 * are not judged: the defaults of a LimitRange are filled in only when pods are created.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/administer-cluster/cpu-management-policies/">CPU management</a>
 */
final class CpuPinningPolicy {
    static final String NAME = "tenantry-cpu-pinning";

    private static final String IS_PINNED = "container.?resources.?limits.?cpu.orValue('').matches('^[1-9][0-9]*$')"
            + " && container.?resources.?requests.?cpu.orValue('') == container.resources.limits.cpu"
            + " && container.?resources.?limits.?memory.hasValue()"
            + " && container.?resources.?requests.?memory.orValue('') == container.resources.limits.memory";

    private CpuPinningPolicy() {}

    static SharedPolicy of(ClusterView cluster) {
        return SharedPolicy.named(NAME)
                .judges("", "v1", "pods", "CREATE")
                .judges("", "v1", "pods/resize", "UPDATE")
                .annotation("pinned", PodAnnotations.CPU_PINNING)
                .variable(
                        "floating",
                        "(object.spec.containers + object.spec.?initContainers.orValue([]))" + ".filter(container, !("
                                + IS_PINNED + "))")
                .requires(
                        "variables.pinned != 'required' || variables.floating.size() == 0",
                        "'container ' + variables.floating[0].name + ' cannot have CPUs to itself; give it whole CPUs,"
                                + " and limits of cpu and memory that equal its requests'")
                .requires(
                        "variables.pinned != 'required' || !has(object.spec.resources)",
                        "'the pod has resources as a whole, so that no container has CPUs to itself; remove"
                                + " spec.resources'")
                .build(cluster);
    }
}
