package io.tenantry.feature.quota;

import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Facts;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Problems;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import java.util.List;

/**
 * The section {@code quota}: a <a
 * href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">ResourceQuota</a> for each namespace, which
 * together sum to the tenant's total, and a second one where the quota has scopes.
 */
public final class QuotaContributor implements ClusterContributor<Quota> {
    /** The section, for those who look at rendered tenants: {@code rendered.views(QuotaContributor.SECTION)}. */
    public static final Section<Quota> SECTION = Section.named("quota", Quota.class, Quota::defaults)
            .describedAs("What the tenant may use in all, and each of its namespaces.")
            .withShorthand(
                    "cpuQuota",
                    "memoryQuota",
                    "storageQuota",
                    "ephemeralStorageQuota",
                    "podQuota",
                    "deploymentQuota",
                    "statefulsetQuota",
                    "jobQuota",
                    "pvQuota",
                    "serviceQuota",
                    "ingressQuota",
                    "configmapQuota",
                    "secretQuota",
                    "pvcQuota",
                    "cpuLimit",
                    "memoryLimit",
                    "weight");

    @Override
    public Section<Quota> section() {
        return SECTION;
    }

    @Override
    public void publish(TenantView<Quota> tenant, Facts.Builder facts) {
        var nodePorts = tenant.config().nodePortQuota();
        if (nodePorts != null) {
            facts.publish(Facts.NODE_PORTS, nodePorts);
        }
        var loadBalancers = tenant.config().loadBalancerQuota();
        if (loadBalancers != null) {
            facts.publish(Facts.LOAD_BALANCERS, loadBalancers);
        }
        Thresholds.of(tenant).ifPresent(thresholds -> facts.publish(Facts.QUOTA_THRESHOLDS, thresholds));
    }

    @Override
    public void validate(TenantView<Quota> tenant, Problems problems) {
        var quota = TenantQuota.of(tenant);
        if (QuotaValues.areSound(tenant, quota, problems) && areLimitsSound(quota)) {
            new QuotaFits(tenant, quota, problems).check();
        }
    }

    @Override
    public void validateAll(List<TenantView<Quota>> tenants, Problems problems) {
        if (!tenants.isEmpty() && !tenants.get(0).cluster().profile().nodes().isEmpty()) {
            QuotaTotals.of(tenants).check(problems);
        }
    }

    @Override
    public Manifests contribute(TenantView<Quota> tenant) {
        var out = Manifests.builder();
        for (var namespace : TenantQuota.of(tenant).namespaces()) {
            add(namespace, out);
            QuotaAccount.of(namespace, out);
        }
        if (tenant.isWritten("weight")) {
            out.notEnforced("weight", "a weight compares namespaces; write it on their entries");
        }
        return out.build();
    }

    @Override
    public List<Attack> attacks(TenantView<Quota> tenant) {
        return TenantQuota.of(tenant).namespaces().stream()
                .flatMap(namespace -> QuotaAttacks.of(tenant, namespace).stream())
                .toList();
    }

    private static boolean areLimitsSound(TenantQuota quota) {
        return quota.namespaces().stream()
                .map(NamespaceQuota::limits)
                .allMatch(limits -> limits == null || LimitsValues.areSound(limits));
    }

    private static void add(NamespaceQuota namespace, Manifests.Builder out) {
        var hard = ScopedHard.of(namespace.hard(), namespace.scopes());
        var everything = hard.everything();
        var object = out.add(ResourceQuotas.of(namespace.name(), ResourceQuotas.EVERYTHING, everything))
                .makesTrue(Enforcement.QUOTA, namespace.namesOf(everything.keySet()));
        if (namespace.view().isWritten("weight")) {
            object.makesTrue(Enforcement.QUOTA, "weight");
        }
        var inScope = hard.inScope();
        if (!inScope.isEmpty()) {
            out.add(ResourceQuotas.of(namespace.name(), ResourceQuotas.IN_SCOPE, inScope, namespace.scopes()))
                    .makesTrue(Enforcement.QUOTA, namespace.namesOf(inScope.keySet()))
                    .makesTrue(Enforcement.QUOTA, "scopes");
        }
    }
}
