package io.tenantry.feature.quota;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.tenantry.Amount;
import io.tenantry.feature.quota.QuotaScope.Kind;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Mechanism;
import io.tenantry.spi.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pods of one namespace that take more CPU than one of its quotas has. */
final class CpuAttacks {
    private static final Amount SMALL = Amount.millicores(10);
    private static final List<Kind> EASY = List.of(Kind.NOT_BEST_EFFORT, Kind.TERMINATING, Kind.NOT_TERMINATING);

    private final Workloads workloads;
    private final NamespaceQuota namespace;
    private final SortedMap<String, Amount> bounds;
    private final Amount small;

    CpuAttacks(Workloads workloads, NamespaceQuota namespace) {
        this.workloads = workloads;
        this.namespace = namespace;
        this.bounds = bounds(namespace);
        this.small = workloads.haveWholeCpus(namespace.name()) ? Amount.cores(1) : SMALL;
    }

    /** One for each ResourceQuota that counts CPU, unless it counts only pods that a test cannot make. */
    List<Attack> all() {
        return bounds.entrySet().stream()
                .filter(bound -> bound.getValue().compareTo(small) >= 0)
                .map(bound -> above(bound.getKey(), bound.getValue()))
                .toList();
    }

    private Attack above(String quota, Amount bound) {
        var above = workloads.above(namespace.name(), bound);
        return Attack.named("quota/cpu/above-" + quota)
                .family("resources")
                .attempts(Request.create(pod(above)))
                .twin(Request.create(pod(small)))
                .stoppedBy(layers(above).toArray(Layer[]::new))
                .build();
    }

    private List<Layer> layers(Amount cpu) {
        var layers = new ArrayList<Layer>();
        var limits = namespace.limits();
        if (limits != null && cpu.compareTo(limits.containerCpuLimit().min(limits.podCpuLimit())) > 0) {
            layers.add(Layer.object(Mechanism.QUOTA, LimitRanges.key(namespace.name())));
        }
        bounds.forEach((quota, bound) -> {
            if (cpu.compareTo(bound) > 0) {
                layers.add(Layer.object(Mechanism.QUOTA, ResourceQuotas.key(namespace.name(), quota)));
            }
        });
        return layers;
    }

    private Pod pod(Amount cpu) {
        var resources = Map.of("cpu", new Quantity(cpu.plain()), "memory", new Quantity("16Mi"));
        boolean terminating = namespace.scopes().stream().anyMatch(scope -> scope.kind() == Kind.TERMINATING);
        return new PodBuilder(workloads.pod(namespace.name(), resources, resources))
                .editSpec()
                .withActiveDeadlineSeconds(terminating ? 60L : null)
                .endSpec()
                .build();
    }

    /** By ResourceQuota, how much CPU a pod may have whose limit is its request. */
    private static SortedMap<String, Amount> bounds(NamespaceQuota namespace) {
        var hard = ScopedHard.of(namespace.hard(), namespace.scopes());
        var bounds = new TreeMap<String, Amount>();
        add(ResourceQuotas.EVERYTHING, hard.everything(), bounds);
        if (namespace.scopes().stream().allMatch(scope -> EASY.contains(scope.kind()))) {
            add(ResourceQuotas.IN_SCOPE, hard.inScope(), bounds);
        }
        if (namespace.limits() != null) {
            add(ResourceQuotas.BURST, Burst.hard(namespace.limits()), bounds);
        }
        return bounds;
    }

    private static void add(String quota, SortedMap<String, Amount> hard, SortedMap<String, Amount> bounds) {
        for (var key : List.of(Compute.CPU.requestKey(), Compute.CPU.limitKey())) {
            var amount = hard.get(key);
            if (amount != null) {
                bounds.merge(quota, amount, Amount::min);
            }
        }
    }
}
