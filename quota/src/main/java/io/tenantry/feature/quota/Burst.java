package io.tenantry.feature.quota;

import io.tenantry.Amount;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the limits of all pods of a namespace together may reach, where pods may burst. */
final class Burst {
    private Burst() {}

    /** By ResourceQuota key; empty when bursting is not allowed or not bounded. */
    static SortedMap<String, Amount> hard(Limits limits) {
        var hard = new TreeMap<String, Amount>();
        if (limits.limitsEqualRequests() || limits.qosClass() == QosClass.BEST_EFFORT) {
            return hard;
        }
        if (limits.burstCpu() != null) {
            hard.put(Compute.CPU.limitKey(), limits.burstCpu());
        }
        if (limits.burstMemory() != null) {
            hard.put(Compute.MEMORY.limitKey(), limits.burstMemory());
        }
        return hard;
    }
}
