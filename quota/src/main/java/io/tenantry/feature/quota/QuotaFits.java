package io.tenantry.feature.quota;

import io.tenantry.Amount;
import io.tenantry.feature.quota.QuotaScope.Kind;
import io.tenantry.feature.quota.TenantQuota.Overdraw;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.stream.Collectors;

/** Judges how the values of {@code quota} fit each other and the defaults of {@code limits}, in exact numbers. */
final class QuotaFits {
    private final TenantView<Quota> tenant;
    private final TenantQuota quota;
    private final Problems problems;

    QuotaFits(TenantView<Quota> tenant, TenantQuota quota, Problems problems) {
        this.tenant = tenant;
        this.quota = quota;
        this.problems = problems;
    }

    void check() {
        quota.overdraws().forEach(this::overdraw);
        if (!quota.overdraws().isEmpty()) {
            return;
        }
        for (var namespace : quota.namespaces()) {
            var place = new NamespacePlace(tenant, namespace, problems);
            limitBelowRequests(place, "cpuLimit", Compute.CPU);
            limitBelowRequests(place, "memoryLimit", Compute.MEMORY);
            loadBalancers(place);
            volumes(place);
            scopes(place);
            if (needsNoRequests(place)) {
                new PlainPodFits(place).check();
            }
        }
    }

    private void overdraw(Overdraw overdraw) {
        var parameter = overdraw.parameter();
        var unit = parameter.unit();
        var sum = unit.text(overdraw.written());
        var shares = overdraw.shares().entrySet().stream()
                .map(share -> share.getKey() + " " + unit.text(share.getValue()))
                .collect(Collectors.joining(", "));
        Level.at(problems, parameter.keys())
                .error(
                        "QUOTA_SHARES_ABOVE_TOTAL",
                        "is " + unit.text(overdraw.total()) + " but its namespaces' shares sum to " + sum + ": "
                                + shares,
                        "raise it to " + sum + ", or lower the shares");
    }

    private static void limitBelowRequests(NamespacePlace place, String key, Compute resource) {
        var hard = place.namespace().hard();
        var limit = hard.get(resource.limitKey());
        var request = hard.get(resource.requestKey());
        if (limit != null && request != null && limit.compareTo(request) < 0) {
            var unit = resource.unit();
            place.at(key)
                    .error(
                            "QUOTA_LIMIT_BELOW_REQUESTS",
                            place.says(key, unit.text(limit)) + " but must not be below the " + unit.text(request)
                                    + " of " + resource.requestKey(),
                            "raise it to " + unit.text(request) + ", or remove it for no limit");
        }
    }

    private static void loadBalancers(NamespacePlace place) {
        var balancers = place.namespace().hard().getOrDefault("services.loadbalancers", Amount.ZERO);
        var nodePorts = place.namespace().hard().get("services.nodeports");
        if (balancers.isZero() || nodePorts == null || !nodePorts.isZero()) {
            return;
        }
        var problems = place.at("loadBalancerQuota");
        var message = place.says("loadBalancerQuota", balancers.plain()) + " but nodePortQuota is 0, and a load"
                + " balancer takes a node port for each of its ports";
        if (place.isWritten("nodePortQuota")) {
            problems.warning(
                    "QUOTA_LOAD_BALANCER_WITHOUT_NODE_PORTS",
                    message,
                    "keep it so only if every Service sets allocateLoadBalancerNodePorts: false");
        } else {
            problems.error("QUOTA_LOAD_BALANCER_NEEDS_NODE_PORTS", message, "write nodePortQuota too");
        }
    }

    private static void volumes(NamespacePlace place) {
        var volumes = place.namespace().view().config().pvQuota();
        var claims = place.namespace().view().config().pvcQuota();
        if (volumes > claims && place.isWritten("pvQuota")) {
            place.at("pvQuota")
                    .notice(
                            "QUOTA_PV_ABOVE_PVC",
                            "is " + volumes + " but pvcQuota is " + claims + ", and a claim binds one volume",
                            "raise pvcQuota to have more volumes");
        }
    }

    private static void scopes(NamespacePlace place) {
        var scopes = place.namespace().scopes();
        var limits = place.namespace().limits();
        if (scopes.isEmpty() || limits == null) {
            return;
        }
        var kinds = scopes.stream().map(QuotaScope::kind).toList();
        var bestEffort = limits.qosClass() == QosClass.BEST_EFFORT;
        if (kinds.contains(bestEffort ? Kind.NOT_BEST_EFFORT : Kind.BEST_EFFORT)) {
            place.at("scopes")
                    .error(
                            "QUOTA_SCOPE_COUNTS_NOTHING",
                            "counts no pod: with limits.qosClass " + limits.qosClass() + " every pod is "
                                    + (bestEffort ? "BestEffort" : "not BestEffort"),
                            "remove the scope, or change limits.qosClass");
        } else if (!kinds.equals(List.of(bestEffort ? Kind.BEST_EFFORT : Kind.NOT_BEST_EFFORT))) {
            place.at("scopes")
                    .warning(
                            "QUOTA_SCOPE_LEAVES_PODS_OUT",
                            "counts only pods of "
                                    + scopes.stream().map(QuotaScope::toString).collect(Collectors.joining(" and "))
                                    + ", and no quota bounds the CPU, memory and number of the others",
                            "remove the scope unless that is meant");
        }
    }

    /** A quota on requests or limits of CPU and memory refuses every pod that does not state them. */
    private static boolean needsNoRequests(NamespacePlace place) {
        if (!place.namespace().countsOnlyBestEffort()) {
            return true;
        }
        var clear = true;
        for (var parameter : place.namespace().shares().keySet()) {
            if (parameter.needsRequests() && place.isWritten(parameter.keys())) {
                clear = false;
                place.at(parameter.keys())
                        .error(
                                "QUOTA_NEEDS_REQUESTS",
                                "bounds " + parameter.key() + " but pods of class BestEffort state none, so every pod"
                                        + " would be refused",
                                "remove it, or choose another limits.qosClass");
            }
        }
        return clear;
    }
}
