package io.tenantry.feature.quota;

import io.tenantry.Amount;
import java.util.List;
import java.util.Map;

/** Judges whether the quota of a namespace admits pods that state nothing, in exact numbers. */
final class PlainPodFits {
    private static final List<String> CONTAINERS = List.of("one container", "two containers");

    private final NamespacePlace place;
    private final NamespaceQuota namespace;
    private final Map<String, Amount> hard;

    PlainPodFits(NamespacePlace place) {
        this.place = place;
        this.namespace = place.namespace();
        this.hard = namespace.hardWithBurst();
    }

    void check() {
        for (var containers = 1; containers <= CONTAINERS.size(); containers++) {
            var pod = namespace.plainPod(containers);
            if (pod.isPresent() && !fits(pod.get(), CONTAINERS.get(containers - 1))) {
                return;
            }
        }
        if (place.isWritten("podQuota")) {
            namespace.plainPod(1).ifPresent(this::reaches);
        }
    }

    /** Reports every key of the quota that a single such pod is too large for. */
    private boolean fits(PlainPod pod, String containers) {
        var refusals = pod.refusals(hard).stream()
                .filter(refusal -> refusal.bound() == PlainPod.Bound.QUOTA)
                .toList();
        for (var refusal : refusals) {
            var unit = refusal.unit();
            var name = parameterOf(refusal.what());
            place.at(name)
                    .error(
                            "QUOTA_NO_PLAIN_POD",
                            place.says(name, unit.text(refusal.allowed())) + " but a pod of " + containers
                                    + " that states nothing takes " + unit.text(refusal.needed()) + " of "
                                    + refusal.what(),
                            "raise it, or lower the defaults of a container in limits");
        }
        return refusals.isEmpty();
    }

    /** Warns when the written number of pods cannot be reached by pods that state nothing. */
    private void reaches(PlainPod pod) {
        var wanted = hard.getOrDefault("pods", Amount.ZERO);
        pod.capacity(hard)
                .filter(capacity -> wanted.toBigDecimal().toBigInteger().compareTo(capacity.pods()) > 0)
                .ifPresent(capacity -> {
                    var unit = Unit.of(capacity.key());
                    var each = unit.text(pod.usage().getOrDefault(capacity.key(), Amount.ZERO));
                    var all = unit.text(hard.getOrDefault(capacity.key(), Amount.ZERO));
                    place.at("podQuota")
                            .warning(
                                    "QUOTA_PODS_OUT_OF_REACH",
                                    place.says("podQuota", wanted.plain()) + " but only " + capacity.pods()
                                            + " pods that state nothing fit: each takes " + each + " of the " + all
                                            + " of " + capacity.key(),
                                    "lower it to " + capacity.pods() + ", or raise " + parameterOf(capacity.key()));
                });
    }

    /** The parameter that a user changes for a key of the quota, also where the key is only derived. */
    private String parameterOf(String key) {
        return namespace.shares().keySet().stream()
                .filter(parameter -> parameter.key().equals(key))
                .map(Parameter::name)
                .findFirst()
                .orElse(Map.of(
                                "requests.ephemeral-storage", "ephemeralStorageQuota",
                                "limits.cpu", "cpuLimit",
                                "limits.memory", "memoryLimit")
                        .getOrDefault(key, key));
    }
}
