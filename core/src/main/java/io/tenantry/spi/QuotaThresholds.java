package io.tenantry.spi;

import java.math.BigDecimal;
import java.util.Map;

/**
 * At which share of a quota an alert is due.
 *
 * @param ratios from a ResourceQuota key such as {@code requests.cpu} to a ratio in (0, 1]
 */
public record QuotaThresholds(Map<String, BigDecimal> ratios) {
    public QuotaThresholds {
        ratios = Map.copyOf(ratios);
    }
}
