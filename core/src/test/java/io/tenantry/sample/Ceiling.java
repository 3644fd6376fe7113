package io.tenantry.sample;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.tenantry.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section with a component of every type that a config may have. */
@RecordBuilder
public record Ceiling(
        Integer pods,
        Amount cpu,
        Boolean hard,
        Tier tier,
        @Nullable String note,
        @Nullable BigDecimal ratio,
        List<String> zones,
        List<Window> windows,
        Map<String, Volume> volumes,
        @Nullable Contact contact) {

    public enum Tier {
        GOLD,
        SILVER
    }

    public record Window(String day, Integer hours) {}

    public record Volume(@Nullable Amount storage, Long claims) {}

    public record Contact(String name, @Nullable String phone) {}
}
