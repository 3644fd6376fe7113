package io.tenantry.cli;

import io.tenantry.feature.quota.QuotaTotals;
import io.tenantry.feature.quota.QuotaTotals.TenantTotal;
import io.tenantry.feature.quota.QuotaTotals.Total;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code totals -o json} prints: quantities as text, counts as numbers.
 *
 * @param capacity null when the profile names no nodes
 */
record TotalsJson(
        int tenantCount,
        String totalCpuQuota,
        String totalMemoryQuota,
        String totalStorageQuota,
        BigInteger totalPodQuota,
        List<TenantJson> tenants,
        @Nullable CapacityJson capacity) {

    /** One tenant's total. */
    record TenantJson(String tenant, String cpuQuota, String memoryQuota, String storageQuota, BigInteger podQuota) {
        static TenantJson of(TenantTotal tenant) {
            var total = tenant.total();
            return new TenantJson(
                    tenant.tenant(),
                    total.cpu().plain(),
                    total.memory().bytes(),
                    total.storage().bytes(),
                    count(total));
        }
    }

    /** What the nodes have, and how much of it the quotas take; a percentage is null where there is nothing of it. */
    record CapacityJson(
            String cpu,
            String memory,
            BigInteger pods,
            @Nullable BigDecimal cpuPercent,
            @Nullable BigDecimal memoryPercent,
            @Nullable BigDecimal podPercent) {
        static CapacityJson of(Total capacity, QuotaTotals totals) {
            return new CapacityJson(
                    capacity.cpu().plain(),
                    capacity.memory().bytes(),
                    count(capacity),
                    totals.percent(Total::cpu).orElse(null),
                    totals.percent(Total::memory).orElse(null),
                    totals.percent(Total::pods).orElse(null));
        }
    }

    static TotalsJson of(QuotaTotals totals) {
        var all = totals.all();
        var capacity = totals.capacity();
        return new TotalsJson(
                totals.tenants().size(),
                all.cpu().plain(),
                all.memory().bytes(),
                all.storage().bytes(),
                count(all),
                totals.tenants().stream().map(TenantJson::of).toList(),
                capacity == null ? null : CapacityJson.of(capacity, totals));
    }

    private static BigInteger count(Total total) {
        return total.pods().toBigDecimal().toBigIntegerExact();
    }
}
