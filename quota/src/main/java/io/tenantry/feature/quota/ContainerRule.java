package io.tenantry.feature.quota;

import io.tenantry.Amount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the LimitRange of a namespace says about one resource.
 *
 * <p>The smallest amount is there because Kubernetes takes a limit of 0 for no limit, which would pass every maximum.
 *
 * @param podMax null where a pod has no maximum of its own
 * @param limitEqualsRequest whether a container's limit must equal its request
 */
record ContainerRule(
        Compute resource,
        Amount min,
        Amount defaultRequest,
        Amount defaultLimit,
        Amount max,
        @Nullable Amount podMax,
        boolean limitEqualsRequest) {

    private static final Amount MILLICORE = Amount.millicores(1);
    private static final Amount MEBIBYTE = Amount.mebibytes(1);
    private static final int CONTAINERS_IN_A_POD = 4;
    private static final int BURST_OF_A_DEFAULT = 10;

    /** The rules of a namespace; pods of class BestEffort state no CPU and no memory, so those have none. */
    static List<ContainerRule> of(Limits limits) {
        var rules = new ArrayList<ContainerRule>();
        if (limits.qosClass() != QosClass.BEST_EFFORT) {
            rules.add(bursting(
                    Compute.CPU, limits.podCpuRequest(), limits.containerCpuLimit(), limits.podCpuLimit(), limits));
            rules.add(bursting(
                    Compute.MEMORY,
                    limits.podMemoryRequest(),
                    limits.containerMemoryLimit(),
                    limits.podMemoryLimit(),
                    limits));
        }
        rules.add(new ContainerRule(
                Compute.EPHEMERAL_STORAGE,
                smallest(Compute.EPHEMERAL_STORAGE),
                limits.ephemeralStorageRequest(),
                limits.ephemeralStorageLimit(),
                limits.ephemeralStorageLimit(),
                null,
                false));
        return List.copyOf(rules);
    }

    private static ContainerRule bursting(Compute resource, Amount request, Amount max, Amount podMax, Limits limits) {
        var fixed = limits.limitsEqualRequests();
        return new ContainerRule(
                resource,
                smallest(resource),
                request,
                fixed ? request : defaultLimit(resource.unit(), request, max, podMax),
                max,
                podMax,
                fixed);
    }

    /** Room for several plain containers in a pod, without eating the quota; never below the default request. */
    private static Amount defaultLimit(Unit unit, Amount request, Amount max, Amount podMax) {
        var part = podMax.dividedBy(CONTAINERS_IN_A_POD);
        var limit = max.min(part).min(request.times(BURST_OF_A_DEFAULT));
        return unit.floor(limit).max(request);
    }

    /** The smallest request and limit of a container: the least that is not nothing. */
    static Amount smallest(Compute resource) {
        return resource == Compute.CPU ? MILLICORE : MEBIBYTE;
    }
}
