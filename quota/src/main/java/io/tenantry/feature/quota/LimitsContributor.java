package io.tenantry.feature.quota;

import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import java.util.List;

/**
 * The section {@code limits}: a <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">LimitRange</a> for
 * each namespace, and three shared policies for the quality of service of pods and the replicas of workloads.
 */
public final class LimitsContributor implements ClusterContributor<Limits> {
    /** The section, for those who look at rendered tenants. */
    public static final Section<Limits> SECTION = Section.named("limits", Limits.class, level -> Limits.DEFAULTS)
            .describedAs("What one pod and one container may have, and how workloads must be made.");

    private static final String[] OF_CPU_AND_MEMORY = {
        "podCpuLimit",
        "podMemoryLimit",
        "podCpuRequest",
        "podMemoryRequest",
        "containerCpuLimit",
        "containerMemoryLimit",
        "allowBursting"
    };

    @Override
    public Section<Limits> section() {
        return SECTION;
    }

    @Override
    public void validate(TenantView<Limits> tenant, Problems problems) {
        LimitsValues.check(tenant, problems);
        if (!tenant.namespaces().stream().map(NamespaceView::config).allMatch(LimitsValues::areSound)
                || !LimitsValues.areSound(tenant.config())) {
            return;
        }
        LimitsFits.check(tenant, problems);
        LimitsInQuota.check(tenant, problems);
    }

    @Override
    public Manifests shared(ClusterView cluster) {
        return Manifests.builder()
                .add(WorkloadPolicies.qosClass(cluster))
                .add(WorkloadPolicies.qosStatus(cluster))
                .add(WorkloadPolicies.minReplicas(cluster))
                .build();
    }

    @Override
    public Manifests contribute(TenantView<Limits> tenant) {
        var out = Manifests.builder();
        for (var namespace : tenant.namespaces()) {
            add(namespace.name(), namespace.config(), out);
        }
        return out.build();
    }

    @Override
    public List<Attack> attacks(TenantView<Limits> tenant) {
        var workloads = Workloads.of(tenant);
        return tenant.namespaces().stream()
                .flatMap(namespace -> new LimitsAttacks(workloads, namespace.name(), namespace.config()).all().stream())
                .toList();
    }

    private static void add(String namespace, Limits limits, Manifests.Builder out) {
        var range = out.add(LimitRanges.of(namespace, ContainerRule.of(limits)))
                .makesTrue(Enforcement.QUOTA, "ephemeralStorageLimit", "ephemeralStorageRequest");
        if (limits.qosClass() == QosClass.BEST_EFFORT) {
            for (var key : OF_CPU_AND_MEMORY) {
                out.notEnforced(key, "pods of class BestEffort have no requests and no limits of CPU and memory");
            }
        } else {
            range.makesTrue(Enforcement.QUOTA, OF_CPU_AND_MEMORY);
        }
        if (limits.qosClass() == QosClass.BURSTABLE) {
            range.makesTrue(Enforcement.QUOTA, "qosClass");
        }
        burst(namespace, limits, out);
        var label = out.label(
                namespace, WorkloadPolicies.QOS_CLASS_LABEL, limits.qosClass().toString());
        if (limits.qosClass() != QosClass.BURSTABLE) {
            label.makesTrue(Enforcement.by(WorkloadPolicies.QOS_CLASS), "qosClass");
        }
        out.annotate(namespace, WorkloadPolicies.MIN_REPLICAS_ANNOTATION, Integer.toString(limits.minReplicas()))
                .makesTrue(Enforcement.by(WorkloadPolicies.MIN_REPLICAS), "minReplicas");
    }

    private static void burst(String namespace, Limits limits, Manifests.Builder out) {
        var hard = Burst.hard(limits);
        if (hard.isEmpty()) {
            out.notEnforced("burstCpu", "qosClass or allowBursting forbids it");
            out.notEnforced("burstMemory", "qosClass or allowBursting forbids it");
        } else {
            out.add(ResourceQuotas.of(namespace, ResourceQuotas.BURST, hard))
                    .makesTrue(Enforcement.QUOTA, "burstCpu", "burstMemory");
        }
    }
}
