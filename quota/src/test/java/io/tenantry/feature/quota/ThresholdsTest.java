package io.tenantry.feature.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Tenantry;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Facts;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    @Test
    void publishesWrittenThresholdsByTheKeysOfTheQuota() {
        assertThat(thresholds("quota: {warnings: {cpuQuota: 0.75, podQuota: 1}}"))
                .isEqualTo("{pods=1, requests.cpu=0.75}");
    }

    @Test
    void warnsAtEightyPercentOfEveryOtherQuotaWithSoftLimits() {
        assertThat(thresholds("quota: {softLimits: true, warnings: {cpuQuota: 0.75}}"))
                .contains("requests.cpu=0.75", "requests.memory=0.8", "pods=0.8")
                .doesNotContain("limits.cpu");
    }

    @Test
    void publishesNothingUnlessAskedFor() {
        assertThat(thresholds("{}")).isEqualTo("none");
    }

    private static String thresholds(String spec) {
        var tenantry = Tenantry.of(new QuotaContributor(), new LimitsContributor(), new Reader());
        return Tenants.annotations(tenantry.render(Tenants.acme(spec)), "acme").getOrDefault("test/thresholds", "");
    }

    record Config(Boolean on) {}

    /** Another feature, which knows quotas only by the fact. */
    static final class Reader implements ManifestContributor<Config> {
        @Override
        public Section<Config> section() {
            return Section.named("reader", Config.class, level -> new Config(true));
        }

        @Override
        public Manifests contribute(TenantView<Config> tenant) {
            var text = tenant.fact(Facts.QUOTA_THRESHOLDS)
                    .map(thresholds -> new TreeMap<>(thresholds.ratios()).toString())
                    .orElse("none");
            return Manifests.builder()
                    .annotate("acme", "test/thresholds", text)
                    .makesTrue(Enforcement.RECORD, "on")
                    .build();
        }
    }
}
