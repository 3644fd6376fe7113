package io.tenantry.sample;

import io.tenantry.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section with a component of every type that a config may have. */
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

    /** Nothing written. */
    public static final Ceiling NOTHING = new Ceiling(null, null, null, null, null, null, null, null, null, null);

    public enum Tier {
        GOLD,
        SILVER
    }

    public record Window(String day, Integer hours) {}

    public record Volume(@Nullable Amount storage, Long claims) {}

    public record Contact(String name, @Nullable String phone) {}

    public static Ceiling ofPods(int pods) {
        return new Ceiling(pods, null, null, null, null, null, null, null, null, null);
    }

    public Ceiling withTier(Tier other) {
        return new Ceiling(pods, cpu, hard, other, note, ratio, zones, windows, volumes, contact);
    }

    public Ceiling withVolumes(Map<String, Volume> other) {
        return new Ceiling(pods, cpu, hard, tier, note, ratio, zones, windows, other, contact);
    }

    public Ceiling withNote(String other) {
        return new Ceiling(pods, cpu, hard, tier, other, ratio, zones, windows, volumes, contact);
    }
}
