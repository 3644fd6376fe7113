package io.tenantry.feature.quota;

import io.tenantry.Amount;
import io.tenantry.ClusterProfile.NodeGroup;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all tenants together may use, exactly.
 *
 * <pre>{@code
 * var totals = QuotaTotals.of(rendered.views(QuotaContributor.SECTION));
 * "Total CPU: " + totals.all().cpu().plain() + ", memory: " + totals.all().memory().bytes();   // 350, 896Gi
 * }</pre>
 *
 * @param tenants in the order given
 * @param capacity what the nodes of the cluster profile have; null when the profile names none
 */
public record QuotaTotals(
        List<TenantTotal> tenants, @Nullable Total capacity) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigDecimal RECOMMENDED = BigDecimal.valueOf(80);

    public QuotaTotals {
        tenants = List.copyOf(tenants);
    }

    /** Amounts of each kind; cpu in cores, memory and storage in bytes. */
    public record Total(Amount cpu, Amount memory, Amount storage, Amount pods) {
        static final Total NOTHING = new Total(Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);

        Total plus(Total other) {
            return new Total(
                    cpu.plus(other.cpu), memory.plus(other.memory), storage.plus(other.storage), pods.plus(other.pods));
        }

        Total times(long factor) {
            return new Total(cpu.times(factor), memory.times(factor), storage.times(factor), pods.times(factor));
        }
    }

    /** The total of one tenant: as written, else the sum over its namespaces. */
    public record TenantTotal(String tenant, Total total) {}

    /** The totals of these tenants of one rendering. */
    public static QuotaTotals of(List<TenantView<Quota>> tenants) {
        var nodes = tenants.stream()
                .findFirst()
                .map(tenant -> tenant.cluster().profile().nodes())
                .orElse(List.of());
        var totals = tenants.stream()
                .map(tenant -> new TenantTotal(tenant.tenant().name(), total(TenantQuota.of(tenant))))
                .toList();
        var capacity = nodes.stream().map(QuotaTotals::capacity).reduce(Total::plus);
        return new QuotaTotals(totals, capacity.orElse(null));
    }

    /** The sum over all tenants. */
    public Total all() {
        return tenants.stream().map(TenantTotal::total).reduce(Total.NOTHING, Total::plus);
    }

    /**
     * How much of the capacity the tenants may use, in percent, rounded to one digit after the point; empty without
     * capacity.
     */
    public Optional<BigDecimal> percent(Function<Total, Amount> of) {
        return Optional.ofNullable(capacity)
                .map(of)
                .filter(amount -> amount.compareTo(Amount.ZERO) > 0)
                .map(amount -> of.apply(all())
                        .toBigDecimal()
                        .multiply(ALL)
                        .divide(amount.toBigDecimal(), 1, RoundingMode.HALF_UP));
    }

    void check(Problems problems) {
        check(problems.at("quota").at("cpuQuota"), Unit.CPU, Total::cpu);
        check(problems.at("quota").at("memoryQuota"), Unit.BYTES, Total::memory);
    }

    private void check(Problems problems, Unit unit, Function<Total, Amount> of) {
        percent(of).ifPresent(percent -> {
            var share = "of all tenants sums to " + unit.text(of.apply(all())) + ", which is " + percent.toPlainString()
                    + " % of the nodes' "
                    + unit.text(Optional.ofNullable(capacity).map(of).orElse(Amount.ZERO));
            if (percent.compareTo(ALL) > 0) {
                problems.warning(
                        "QUOTA_ABOVE_CAPACITY", share, "lower quotas or add nodes; 70 to 80 % leaves room to grow");
            } else if (percent.compareTo(RECOMMENDED) > 0) {
                problems.notice("QUOTA_NEAR_CAPACITY", share, "70 to 80 % leaves room to grow");
            }
        });
    }

    private static Total total(TenantQuota quota) {
        return new Total(
                quota.total("requests.cpu"),
                quota.total("requests.memory"),
                quota.total("requests.storage"),
                quota.total("pods"));
    }

    private static Total capacity(NodeGroup group) {
        var pods = group.pods();
        var node = new Total(group.cpu(), group.memory(), Amount.ZERO, Amount.of(pods == null ? 0 : pods));
        return node.times(group.count());
    }
}
