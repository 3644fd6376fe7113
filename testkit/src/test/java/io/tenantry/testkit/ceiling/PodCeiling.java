package io.tenantry.testkit.ceiling;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section with a key for each mechanism: quota, admission, record, none. */
public record PodCeiling(
        Integer pods,
        Tier tier,
        @Nullable String note,
        @Nullable BigDecimal ratio,
        List<String> zones,
        Map<String, Volume> volumes) {

    public enum Tier {
        GOLD,
        SILVER
    }

    public record Volume(Long claims) {}
}
