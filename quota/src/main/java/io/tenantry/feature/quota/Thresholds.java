package io.tenantry.feature.quota;

import io.tenantry.spi.QuotaThresholds;
import io.tenantry.spi.TenantView;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When a tenant wants to hear that its quota fills up. */
final class Thresholds {
    private static final BigDecimal SOFT_LIMIT = new BigDecimal("0.8");

    private Thresholds() {}

    /** The tenant's thresholds by ResourceQuota key; empty when it asks for none. */
    static Optional<QuotaThresholds> of(TenantView<Quota> tenant) {
        var ratios = new TreeMap<String, BigDecimal>();
        for (var parameter : Parameter.of(tenant)) {
            var ratio = ratio(tenant.config(), parameter);
            if (ratio != null) {
                ratios.put(parameter.key(), ratio);
            }
        }
        return ratios.isEmpty() ? Optional.empty() : Optional.of(new QuotaThresholds(Map.copyOf(ratios)));
    }

    private static @Nullable BigDecimal ratio(Quota quota, Parameter parameter) {
        var written = quota.warnings().get(parameter.name());
        if (written != null) {
            return written;
        }
        return Boolean.TRUE.equals(quota.softLimits()) && parameter.value().in(quota) != null ? SOFT_LIMIT : null;
    }
}
