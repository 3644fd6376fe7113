package io.tenantry.feature.quota;

import io.tenantry.Amount;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges each value of the section {@code limits} by itself. */
final class LimitsValues {
    private final List<Value> values = new ArrayList<>();

    /** An amount of the section under its key. */
    private record Value(String key, Amount amount, Compute resource) {

        Optional<Flaw> flaw() {
            var least = ContainerRule.smallest(resource);
            if (amount.compareTo(least) < 0) {
                var message = "is %s but must be %s or more: Kubernetes takes a limit of 0 for no limit";
                return Optional.of(
                        new Flaw("LIMITS_TOO_SMALL", message.formatted(amount, least), "write " + least + " or more"));
            }
            var finest = resource.unit().finest();
            if (!amount.isMultipleOf(finest)) {
                var fix = "round it to " + resource.unit().text(amount.floorTo(finest));
                return Optional.of(
                        new Flaw("LIMITS_TOO_FINE", "is " + amount + " but must be a multiple of " + finest, fix));
            }
            return Optional.empty();
        }
    }

    private record Flaw(String code, String message, String fix) {}

    private LimitsValues(Limits limits) {
        add("podCpuLimit", limits.podCpuLimit(), Compute.CPU);
        add("podMemoryLimit", limits.podMemoryLimit(), Compute.MEMORY);
        add("podCpuRequest", limits.podCpuRequest(), Compute.CPU);
        add("podMemoryRequest", limits.podMemoryRequest(), Compute.MEMORY);
        add("containerCpuLimit", limits.containerCpuLimit(), Compute.CPU);
        add("containerMemoryLimit", limits.containerMemoryLimit(), Compute.MEMORY);
        add("burstCpu", limits.burstCpu(), Compute.CPU);
        add("burstMemory", limits.burstMemory(), Compute.MEMORY);
        add("ephemeralStorageLimit", limits.ephemeralStorageLimit(), Compute.EPHEMERAL_STORAGE);
        add("ephemeralStorageRequest", limits.ephemeralStorageRequest(), Compute.EPHEMERAL_STORAGE);
    }

    private void add(String key, @Nullable Amount amount, Compute resource) {
        if (amount != null) {
            values.add(new Value(key, amount, resource));
        }
    }

    /** Whether nothing is wrong with any value, so that rules can be made of them. */
    static boolean areSound(Limits limits) {
        return limits.minReplicas() >= 0
                && new LimitsValues(limits)
                        .values.stream().allMatch(value -> value.flaw().isEmpty());
    }

    /** Reports what is wrong. */
    static void check(TenantView<Limits> tenant, Problems problems) {
        for (var level : Level.of(tenant, problems)) {
            for (var value : new LimitsValues(level.config()).values) {
                if (level.states(value.key())) {
                    value.flaw()
                            .ifPresent(flaw -> level.at(value.key()).error(flaw.code(), flaw.message(), flaw.fix()));
                }
            }
            var replicas = level.config().minReplicas();
            if (replicas < 0 && level.states("minReplicas")) {
                var message = "is " + replicas + " but must be 0 or more";
                level.at("minReplicas").error("LIMITS_REPLICAS", message, "write 1 to ask for none");
            }
        }
    }
}
