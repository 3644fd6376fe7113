package io.tenantry.feature.quota;

import io.tenantry.Amount;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.Map;

/** Judges the values of {@code limits} against what each namespace may use in all. */
final class LimitsInQuota {
    private static final List<String> WRITTEN = List.of("podCpuLimit", "podMemoryLimit", "minReplicas");

    private final TenantView<Limits> tenant;
    private final Problems problems;

    private LimitsInQuota(TenantView<Limits> tenant, Problems problems) {
        this.tenant = tenant;
        this.problems = problems;
    }

    /** Asks for the quota only when a written value has to fit it. */
    static void check(TenantView<Limits> tenant, Problems problems) {
        var levels = Level.of(tenant, problems);
        if (WRITTEN.stream().anyMatch(key -> levels.stream().anyMatch(level -> level.isWritten(key)))
                || levels.stream().anyMatch(level -> !Burst.hard(level.config()).isEmpty())) {
            tenant.view(QuotaContributor.SECTION)
                    .ifPresent(quota -> new LimitsInQuota(tenant, problems).check(TenantQuota.of(quota)));
        }
    }

    private void check(TenantQuota quota) {
        var namespaces = tenant.namespaces().iterator();
        for (var namespaceQuota : quota.namespaces()) {
            check(namespaces.next(), namespaceQuota);
        }
    }

    private void check(NamespaceView<Limits> namespace, NamespaceQuota quota) {
        var limits = namespace.config();
        if (limits.qosClass() != QosClass.BEST_EFFORT) {
            var hard = quota.hardWithBurst();
            podAboveQuota(namespace, hard, "podCpuLimit", limits.podCpuLimit(), Compute.CPU);
            podAboveQuota(namespace, hard, "podMemoryLimit", limits.podMemoryLimit(), Compute.MEMORY);
        }
        burst(namespace, quota, "burstCpu", Compute.CPU);
        burst(namespace, quota, "burstMemory", Compute.MEMORY);
        var pods = quota.hard().getOrDefault("pods", Amount.of(limits.minReplicas()));
        if (isWritten(namespace, "minReplicas")
                && Amount.of(limits.minReplicas()).compareTo(pods) > 0) {
            at(namespace, "minReplicas")
                    .error(
                            "LIMITS_REPLICAS_ABOVE_PODS",
                            "is " + limits.minReplicas() + " but " + namespace.name() + " may have " + pods.plain()
                                    + " pods, so nothing could run there",
                            "lower it, or raise podQuota");
        }
    }

    private void podAboveQuota(
            NamespaceView<Limits> namespace, Map<String, Amount> hard, String key, Amount podMax, Compute resource) {
        var bound = hard.containsKey(resource.limitKey()) ? resource.limitKey() : resource.requestKey();
        var all = hard.getOrDefault(bound, podMax);
        if (isWritten(namespace, key) && podMax.compareTo(all) > 0) {
            var text = resource.unit().text(all);
            at(namespace, key)
                    .error(
                            "LIMITS_POD_ABOVE_QUOTA",
                            "is " + podMax + " but all pods of " + namespace.name() + " together may have " + text
                                    + " of " + bound,
                            "lower it to " + text + ", or raise the quota");
        }
    }

    private void burst(NamespaceView<Limits> namespace, NamespaceQuota quota, String key, Compute resource) {
        var burst = Burst.hard(namespace.config()).get(resource.limitKey());
        if (burst == null) {
            return;
        }
        var limit = quota.hard().get(resource.limitKey());
        if (limit != null && !limit.equals(burst)) {
            at(namespace, key)
                    .error(
                            "LIMITS_BURST_TWICE",
                            "is " + burst + " but the quota already bounds " + resource.limitKey() + " to "
                                    + resource.unit().text(limit) + " in " + namespace.name(),
                            "write one of the two");
        }
        var requests = quota.hard().getOrDefault(resource.requestKey(), burst);
        if (burst.compareTo(requests) < 0) {
            at(namespace, key)
                    .error(
                            "LIMITS_BURST_BELOW_QUOTA",
                            "is " + burst + " but pods of " + namespace.name() + " may request "
                                    + resource.unit().text(requests) + ", and limits are never below requests",
                            "raise it to " + resource.unit().text(requests) + ", or lower the quota");
        }
    }

    private boolean isWritten(NamespaceView<Limits> namespace, String key) {
        return tenant.isWritten(key) || namespace.isWritten(key);
    }

    private Problems at(NamespaceView<Limits> namespace, String key) {
        return problems.in(namespace).at(key);
    }
}
