package io.tenantry.feature.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Amount;
import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.manifest.Rendered;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random tenants from Java, all the way to their ResourceQuotas. */
class TenantQuotaPropertyTest {
    private static final long SEED = 20260415L;

    @Test
    void rendersSharesThatSumToTheWrittenTotals() {
        var random = new Random(SEED);
        for (var i = 0; i < 500; i++) {
            var cpu = Amount.millicores(10_000 + random.nextInt(1_000_000));
            var memory = random.nextBoolean()
                    ? Amount.mebibytes(10_000 + random.nextInt(1_000_000))
                    : Amount.of(10_000_000_000L + random.nextInt(Integer.MAX_VALUE));
            var pods = 20L + random.nextInt(1_000);
            var tenant = tenant(random, cpu, memory, pods);
            var rendered = Tenants.TENANTRY.render(Input.of(tenant));
            assertThat(sum(rendered, "requests.cpu")).isEqualTo(cpu);
            assertThat(sum(rendered, "requests.memory")).isEqualTo(memory);
            assertThat(sum(rendered, "pods")).isEqualTo(Amount.of(pods));
            var totals =
                    QuotaTotals.of(rendered.views(QuotaContributor.SECTION)).all();
            assertThat(totals.cpu()).isEqualTo(cpu);
            assertThat(totals.memory()).isEqualTo(memory);
        }
    }

    /** Two to five namespaces; the first writes no share, others may write up to an eighth. */
    private static Tenant tenant(Random random, Amount cpu, Amount memory, long pods) {
        var tenant = Tenant.named("acme")
                .with(Quota.of(quota -> quota.cpuQuota(cpu).memoryQuota(memory).podQuota(pods)))
                .namespace("first");
        for (var at = 1 + random.nextInt(4); at > 0; at--) {
            var writesShare = random.nextInt(3) == 0;
            var share = Amount.millicores(1_000 + random.nextInt(200));
            var weight = 1L + random.nextInt(4);
            tenant.namespace(
                    "n" + at,
                    own -> own.with(Quota.of(quota -> writesShare ? quota.cpuQuota(share) : quota.weight(weight))));
        }
        return tenant.build();
    }

    private static Amount sum(Rendered rendered, String key) {
        return rendered.tenants().get(0).namespaces().stream()
                .map(namespace -> Tenants.hard(rendered, namespace.name(), "tenantry-quota"))
                .map(hard -> Amount.of(hard.getOrDefault(key, "0")))
                .reduce(Amount.ZERO, Amount::plus);
    }
}
