package io.tenantry.feature.quota;

import io.tenantry.Amount;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Mechanism;
import io.tenantry.spi.Request;
import java.util.ArrayList;
import java.util.List;

/** What the quota of one namespace must stop. */
final class QuotaAttacks {
    private QuotaAttacks() {}

    static List<Attack> of(NamespaceQuota namespace) {
        var attacks = new ArrayList<>(new CpuAttacks(namespace).all());
        var hard = namespace.hard();
        exposed(namespace, "services.nodeports", "node-ports", "NodePort", attacks);
        exposed(namespace, "services.loadbalancers", "load-balancers", "LoadBalancer", attacks);
        var storage = hard.get("requests.storage");
        if (storage != null && storage.compareTo(Amount.gibibytes(1)) >= 0) {
            attacks.add(attack(
                    namespace,
                    "storage/above",
                    Request.create(Workloads.claim(
                            namespace.name(), storage.plus(Amount.of(1)).bytes())),
                    Request.create(Workloads.claim(namespace.name(), "1Gi"))));
        }
        return attacks;
    }

    private static void exposed(
            NamespaceQuota namespace, String key, String control, String type, List<Attack> attacks) {
        var allowed = namespace.hard().get(key);
        if (allowed != null && allowed.isZero()) {
            attacks.add(attack(
                    namespace,
                    control + "/create",
                    Request.create(Workloads.service(namespace.name(), type)),
                    Request.create(Workloads.service(namespace.name(), "ClusterIP"))));
        }
    }

    private static Attack attack(NamespaceQuota namespace, String variant, Request request, Request twin) {
        return Attack.named("quota/" + variant)
                .family("resources")
                .attempts(request)
                .twin(twin)
                .stoppedBy(
                        Layer.object(Mechanism.QUOTA, ResourceQuotas.key(namespace.name(), ResourceQuotas.EVERYTHING)))
                .build();
    }
}
