package io.tenantry.feature.quota;

import static io.tenantry.testkit.Documents.profile;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.feature.quota.QuotaTotals.Total;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaTotalsTest {

    /** The seed's own example of several tenants. */
    private static final Input CLUSTER = Input.of(
            tenant("acme", "cpuQuota: '200'", "memoryQuota: 512Gi"),
            tenant("startup", "cpuQuota: '50'", "memoryQuota: 128Gi", "isolationLevel: permissive"),
            tenant("widgets", "cpuQuota: '100'", "memoryQuota: 256Gi"));

    @Test
    void sumsTheTenantsExactly() {
        var totals = totals(CLUSTER);
        assertThat(totals.all().cpu().plain()).isEqualTo("350");
        assertThat(totals.all().memory().bytes()).isEqualTo("896Gi");
        assertThat(totals.all().storage().bytes()).isEqualTo("3Ti");
        assertThat(totals.all().pods().plain()).isEqualTo("1500");
        assertThat(totals.tenants())
                .extracting(QuotaTotals.TenantTotal::tenant)
                .containsExactly("acme", "startup", "widgets");
        assertThat(totals.capacity()).isNull();
        assertThat(totals.percent(Total::cpu)).isEmpty();
    }

    @Test
    void sumsMixedUnits() {
        var totals = totals(Input.of(
                tenant("a", "cpuQuota: 1500m", "storageQuota: 1Ti"),
                tenant("b", "cpuQuota: 1e3", "storageQuota: 512Gi"),
                tenant("c", "cpuQuota: 0.5", "storageQuota: 1e3")));
        assertThat(totals.all().cpu().plain()).isEqualTo("1002");
        assertThat(totals.all().storage().bytes()).isEqualTo("1649267442664");
    }

    @Test
    void countsAWrittenTotalEvenWhereItsSharesUseLess() {
        var totals = totals(Input.of(tenant("a", "cpuQuota: 10", "namespaces: [{name: b, cpuQuota: 4}]")));
        assertThat(totals.all().cpu().plain()).isEqualTo("10");
    }

    @Test
    void countsWhatNamespacesGetWhereTheTotalIsADefault() {
        var totals = totals(Input.of(tenant("a", "namespaces: [{name: b, podQuota: 500}, {name: c}]")));
        assertThat(totals.all().pods().plain()).isEqualTo("750");
    }

    @Test
    void comparesWithTheNodes() {
        var totals = totals(CLUSTER.plus(profile(
                "nodes:",
                "- {count: 25, cpu: '16', memory: 64Gi, pods: 110}",
                "- {count: 2, cpu: 15500m, memory: 100Gi}")));
        assertThat(totals.percent(Total::cpu)).contains(new BigDecimal("81.2"));
        assertThat(totals.percent(Total::memory)).contains(new BigDecimal("49.8"));
        assertThat(totals.percent(Total::pods)).contains(new BigDecimal("54.5"));
        assertThat(totals.percent(Total::storage)).isEmpty();
    }

    @Test
    void reportsWhenTheNodesFillUp() {
        assertThat(Tenants.problems(CLUSTER.plus(profile("nodes: [{count: 27, cpu: '16', memory: 64Gi}]"))))
                .containsExactly("QUOTA_NEAR_CAPACITY quota.cpuQuota of all tenants sums to 350, which is 81.0 % of the"
                        + " nodes' 432");
        assertThat(Tenants.problems(CLUSTER.plus(profile("nodes: [{count: 13, cpu: '32', memory: 64Gi}]"))))
                .containsExactly(
                        "QUOTA_NEAR_CAPACITY quota.cpuQuota of all tenants sums to 350, which is 84.1 % of the nodes' 416",
                        "QUOTA_ABOVE_CAPACITY quota.memoryQuota of all tenants sums to 896Gi, which is 107.7 % of the"
                                + " nodes' 832Gi");
        assertThat(Tenants.problems(CLUSTER.plus(profile("nodes: [{count: 40, cpu: '16', memory: 64Gi}]"))))
                .isEmpty();
    }

    @Test
    void isNothingWithoutTenants() {
        var totals = QuotaTotals.of(List.of());
        assertThat(totals.all().cpu().isZero()).isTrue();
        assertThat(totals.percent(Total::cpu)).isEmpty();
    }

    private static QuotaTotals totals(Input input) {
        return QuotaTotals.of(Tenants.TENANTRY.render(input).views(QuotaContributor.SECTION));
    }
}
