package io.tenantry.feature.quota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.tenantry.Amount;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Mechanism;
import io.tenantry.spi.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the limits of one namespace must stop. */
final class LimitsAttacks {
    private static final String FAMILY = "resources";
    private static final Map<String, Quantity> SMALL = amounts("10m", "16Mi");
    private static final Map<String, Quantity> TWICE_AS_LARGE = amounts("20m", "32Mi");
    private static final Map<String, Quantity> NOTHING = amounts("0", "0");

    private final Workloads workloads;
    private final String namespace;
    private final Limits limits;
    private final Map<String, Quantity> small;

    LimitsAttacks(Workloads workloads, String namespace, Limits limits) {
        this.workloads = workloads;
        this.namespace = namespace;
        this.limits = limits;
        this.small = workloads.haveWholeCpus(namespace) ? amounts("1", "16Mi") : SMALL;
    }

    List<Attack> all() {
        var attacks = new ArrayList<>(List.of(falseStatus()));
        if (!workloads.haveWholeCpus(namespace)) {
            attacks.add(qosClass());
        }
        attacks.add(limits.qosClass() == QosClass.BEST_EFFORT ? ephemeralStorageAboveMax() : containerAboveMax());
        if (limits.minReplicas() > 1) {
            attacks.addAll(tooFewReplicas());
        }
        return attacks;
    }

    private Attack qosClass() {
        var policy = Layer.policy(WorkloadPolicies.QOS_CLASS);
        var limitRange = Layer.object(Mechanism.QUOTA, LimitRanges.key(namespace));
        return switch (limits.qosClass()) {
            case GUARANTEED ->
                attack("qos-class/burst", pod(SMALL, TWICE_AS_LARGE), pod(SMALL, SMALL), limitRange, policy);
            case BURSTABLE -> attack("qos-class/requests-of-0", pod(NOTHING, NOTHING), pod(SMALL, SMALL), limitRange);
            case BEST_EFFORT -> attack("qos-class/requests", pod(SMALL, SMALL), pod(Map.of(), Map.of()), policy);
        };
    }

    /** By the class in its status the API server counts a pod in scoped quotas, and it keeps what the client sent. */
    private Attack falseStatus() {
        var resources = limits.qosClass() == QosClass.BEST_EFFORT ? Map.<String, Quantity>of() : small;
        var lie = limits.qosClass() == QosClass.BEST_EFFORT ? QosClass.GUARANTEED : QosClass.BEST_EFFORT;
        var pod = workloads.pod(namespace, resources, resources);
        return attack(
                "qos-class/false-status",
                Request.create(new PodBuilder(pod)
                        .withNewStatus()
                        .withQosClass(lie.toString())
                        .endStatus()
                        .build()),
                Request.create(pod),
                Layer.policy(WorkloadPolicies.QOS_STATUS));
    }

    private Attack containerAboveMax() {
        var cpu = workloads.above(namespace, limits.containerCpuLimit()).plain();
        return attack(
                "container/above-max",
                pod(amounts(cpu, "16Mi"), amounts(cpu, "16Mi")),
                pod(small, small),
                Layer.object(Mechanism.QUOTA, LimitRanges.key(namespace)));
    }

    /** The only resource that has a maximum in a pod of best effort. */
    private Attack ephemeralStorageAboveMax() {
        var most = limits.ephemeralStorageLimit().plus(Amount.of(1));
        var storage = Map.of("ephemeral-storage", new Quantity(most.bytes()));
        return attack(
                "container/ephemeral-storage-above-max",
                pod(storage, storage),
                pod(Map.of(), Map.of()),
                Layer.object(Mechanism.QUOTA, LimitRanges.key(namespace)));
    }

    private List<Attack> tooFewReplicas() {
        var enough = limits.minReplicas();
        var policy = Layer.policy(WorkloadPolicies.MIN_REPLICAS);
        return List.of(
                attack(
                        "min-replicas/deployment",
                        Request.create(workloads.deployment(namespace, enough - 1)),
                        Request.create(workloads.deployment(namespace, enough)),
                        policy),
                attack(
                        "min-replicas/statefulset",
                        Request.create(workloads.statefulSet(namespace, enough - 1)),
                        Request.create(workloads.statefulSet(namespace, enough)),
                        policy),
                scale(
                        "min-replicas/deployment-scale",
                        Workloads.running(workloads.deployment(namespace, enough)),
                        enough),
                scale(
                        "min-replicas/statefulset-scale",
                        Workloads.running(workloads.statefulSet(namespace, enough)),
                        enough));
    }

    private static Attack scale(String variant, HasMetadata running, int enough) {
        return Attack.named("limits/" + variant)
                .family(FAMILY)
                .given(running)
                .attempts(Request.patch(running, replicas(enough - 1)).on("scale"))
                .twin(Request.patch(running, replicas(enough + 1)).on("scale"))
                .stoppedBy(Layer.policy(WorkloadPolicies.MIN_REPLICAS))
                .build();
    }

    private static String replicas(int count) {
        return "{\"spec\":{\"replicas\":" + count + "}}";
    }

    private Request pod(Map<String, Quantity> requests, Map<String, Quantity> limits) {
        return Request.create(workloads.pod(namespace, requests, limits));
    }

    private static Attack attack(String variant, Request request, Request twin, Layer... layers) {
        return Attack.named("limits/" + variant)
                .family(FAMILY)
                .attempts(request)
                .twin(twin)
                .stoppedBy(layers)
                .build();
    }

    private static Map<String, Quantity> amounts(String cpu, String memory) {
        return Map.of("cpu", new Quantity(cpu), "memory", new Quantity(memory));
    }
}
