package io.tenantry.feature.quota;

import io.tenantry.Amount;
import io.tenantry.ClusterProfile.NodeGroup;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges how the values of {@code limits} fit each other and the cluster's nodes. */
final class LimitsFits {
    private static final List<String> OF_REQUESTS_AND_LIMITS = List.of(
            "podCpuLimit",
            "podMemoryLimit",
            "podCpuRequest",
            "podMemoryRequest",
            "containerCpuLimit",
            "containerMemoryLimit",
            "burstCpu",
            "burstMemory");

    private final List<NodeGroup> nodes;

    private LimitsFits(List<NodeGroup> nodes) {
        this.nodes = nodes;
    }

    @SuppressWarnings("ReferenceEquality") // a namespace that writes no limits has its tenant's own
    static void check(TenantView<Limits> tenant, Problems problems) {
        var fits = new LimitsFits(tenant.cluster().profile().nodes());
        for (var level : Level.of(tenant, problems)) {
            if (level.isTenant() || level.config() != tenant.config()) {
                fits.check(level);
            }
        }
    }

    private void check(Level<Limits> level) {
        requestsAboveMaxima(level);
        containersAbovePods(level);
        switch (level.config().qosClass()) {
            case BEST_EFFORT -> bestEffort(level);
            case GUARANTEED -> guaranteed(level);
            case BURSTABLE -> burst(level);
        }
        if (level.config().qosClass() != QosClass.BEST_EFFORT) {
            podsAboveNodes(level);
        }
    }

    private static void requestsAboveMaxima(Level<Limits> level) {
        var limits = level.config();
        requestAbove(level, "podCpuRequest", limits.podCpuRequest(), "containerCpuLimit", limits.containerCpuLimit());
        requestAbove(level, "podCpuRequest", limits.podCpuRequest(), "podCpuLimit", limits.podCpuLimit());
        requestAbove(
                level,
                "podMemoryRequest",
                limits.podMemoryRequest(),
                "containerMemoryLimit",
                limits.containerMemoryLimit());
        requestAbove(level, "podMemoryRequest", limits.podMemoryRequest(), "podMemoryLimit", limits.podMemoryLimit());
        requestAbove(
                level,
                "ephemeralStorageRequest",
                limits.ephemeralStorageRequest(),
                "ephemeralStorageLimit",
                limits.ephemeralStorageLimit());
        twoContainers(level, "podCpuLimit", limits.podCpuRequest(), limits.podCpuLimit());
        twoContainers(level, "podMemoryLimit", limits.podMemoryRequest(), limits.podMemoryLimit());
    }

    private static void requestAbove(Level<Limits> level, String key, Amount request, String maxKey, Amount max) {
        if (request.compareTo(max) > 0) {
            level.at(key)
                    .error(
                            "LIMITS_REQUEST_ABOVE_MAX",
                            "is " + request + " but " + maxKey + " is " + max
                                    + ", so every container that states nothing is refused",
                            "lower it to " + max + ", or raise " + maxKey);
        }
    }

    /** A pod of two containers that state nothing must be admitted; its limits are at least its requests. */
    private static void twoContainers(Level<Limits> level, String key, Amount request, Amount podMax) {
        var both = request.times(2);
        if (request.compareTo(podMax) <= 0 && both.compareTo(podMax) > 0) {
            level.at(key)
                    .error(
                            "LIMITS_NO_PLAIN_POD",
                            "is " + podMax + " but a pod of two containers that state nothing requests "
                                    + text(key, both),
                            "raise it to " + text(key, both) + ", or lower the default request");
        }
    }

    private static String text(String key, Amount amount) {
        return (key.contains("Cpu") ? Unit.CPU : Unit.BYTES).text(amount);
    }

    private static void containersAbovePods(Level<Limits> level) {
        var limits = level.config();
        containerAbovePod(level, "containerCpuLimit", limits.containerCpuLimit(), "podCpuLimit", limits.podCpuLimit());
        containerAbovePod(
                level,
                "containerMemoryLimit",
                limits.containerMemoryLimit(),
                "podMemoryLimit",
                limits.podMemoryLimit());
    }

    private static void containerAbovePod(Level<Limits> level, String key, Amount max, String podKey, Amount podMax) {
        if (level.isWritten(key) && max.compareTo(podMax) > 0) {
            level.at(key)
                    .warning(
                            "LIMITS_CONTAINER_ABOVE_POD",
                            "is " + max + " but " + podKey + " is " + podMax + ", so no container can have it",
                            "lower it to " + podMax + ", or raise " + podKey);
        }
    }

    private static void bestEffort(Level<Limits> level) {
        for (var key : OF_REQUESTS_AND_LIMITS) {
            if (level.isWritten(key)) {
                level.at(key)
                        .error(
                                "LIMITS_QOS_BEST_EFFORT",
                                "is written but qosClass is BestEffort, whose pods have no requests and no limits of"
                                        + " CPU and memory",
                                "remove it, or choose another qosClass");
            }
        }
        if (level.isWritten("allowBursting") && !level.config().allowBursting()) {
            level.at("allowBursting")
                    .error(
                            "LIMITS_QOS_BURSTING",
                            "is false but qosClass is BestEffort, whose pods use what is free",
                            "remove it, or choose qosClass Guaranteed");
        }
    }

    private static void guaranteed(Level<Limits> level) {
        if (level.isWritten("allowBursting") && level.config().allowBursting()) {
            level.at("allowBursting")
                    .error(
                            "LIMITS_QOS_BURSTING",
                            "is true but qosClass is Guaranteed, whose limits equal its requests",
                            "remove it, or choose qosClass Burstable");
        }
        burst(level);
    }

    private static void burst(Level<Limits> level) {
        if (!level.config().limitsEqualRequests()) {
            return;
        }
        for (var key : List.of("burstCpu", "burstMemory")) {
            if (level.isWritten(key)) {
                level.at(key)
                        .error(
                                "LIMITS_BURST_NOT_ALLOWED",
                                "is written but limits must equal requests here, so nothing can burst",
                                "remove it, or allow bursting");
            }
        }
    }

    /** A pod of the largest size must find a node that is large enough. */
    private void podsAboveNodes(Level<Limits> level) {
        var cpu = level.config().podCpuLimit();
        var memory = level.config().podMemoryLimit();
        if (nodes.isEmpty()
                || nodes.stream()
                        .anyMatch(node ->
                                node.cpu().compareTo(cpu) >= 0 && node.memory().compareTo(memory) >= 0)) {
            return;
        }
        var mostCpu = most(NodeGroup::cpu);
        var mostMemory = most(NodeGroup::memory);
        if (mostCpu.compareTo(cpu) < 0) {
            aboveNodes(level, "podCpuLimit", "is " + cpu + " but no node has more than " + mostCpu + " CPU");
        }
        if (mostMemory.compareTo(memory) < 0) {
            aboveNodes(level, "podMemoryLimit", "is " + memory + " but no node has more than " + mostMemory);
        }
        if (mostCpu.compareTo(cpu) >= 0 && mostMemory.compareTo(memory) >= 0) {
            aboveNodes(level, "podMemoryLimit", "is " + memory + " but no node has that and " + cpu + " CPU");
        }
    }

    private static void aboveNodes(Level<Limits> level, String key, String message) {
        var fix = "lower it to what a node of the profile has";
        if (level.isWritten(key)) {
            level.at(key).error("LIMITS_POD_ABOVE_NODE", message, fix);
        } else {
            level.at(key).warning("LIMITS_POD_ABOVE_NODE", message, "write " + key + " with what a node has");
        }
    }

    private Amount most(Function<NodeGroup, Amount> of) {
        Optional<Amount> most = nodes.stream().map(of).max(Amount::compareTo);
        return most.orElse(Amount.ZERO);
    }
}
