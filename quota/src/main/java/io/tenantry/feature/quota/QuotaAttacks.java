package io.tenantry.feature.quota;

import io.tenantry.Amount;
import io.tenantry.IsolationLevel;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Facts;
import io.tenantry.spi.Mechanism;
import io.tenantry.spi.Request;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;

/** What the quota of one namespace must stop. */
final class QuotaAttacks {
    private QuotaAttacks() {}

    static List<Attack> of(TenantView<Quota> tenant, NamespaceQuota namespace) {
        var attacks = new ArrayList<>(new CpuAttacks(Workloads.of(tenant), namespace).all());
        var hard = namespace.hard();
        if (!isStrictlyGuarded(tenant)) {
            exposed(namespace, "services.nodeports", "node-ports", "NodePort", attacks);
            exposed(namespace, "services.loadbalancers", "load-balancers", "LoadBalancer", attacks);
        }
        var storage = hard.get("requests.storage");
        if (storage != null && storage.compareTo(Amount.gibibytes(1)) >= 0) {
            attacks.add(attack(
                    namespace,
                    "storage/above",
                    claim(tenant, namespace, storage.plus(Amount.of(1)).bytes()),
                    claim(tenant, namespace, "1Gi")));
        }
        return attacks;
    }

    /** Under strict a guard refuses such Services before the quota is asked. */
    private static boolean isStrictlyGuarded(TenantView<Quota> tenant) {
        return tenant.tenant().isolationLevel() == IsolationLevel.STRICT
                && tenant.fact(Facts.GUARDED).orElse(false);
    }

    private static Request claim(TenantView<Quota> tenant, NamespaceQuota namespace, String storage) {
        var storageClass = tenant.fact(Facts.STORAGE_CLASS).orElse(null);
        return Request.create(Workloads.claim(namespace.name(), storage, storageClass));
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
