package io.tenantry.feature.quota;

import io.tenantry.Amount;
import java.util.stream.Stream;

/** What an amount counts: how fine it may be, and how it is printed. */
enum Unit {
    /** Cores, no finer than a thousandth. */
    CPU("1m", "1m"),
    /** Whole bytes; split by the mebibyte where that divides them. */
    BYTES("1Mi", "1"),
    /** Whole things. */
    COUNT("1", "1");

    private final String coarse;
    private final String fine;

    Unit(String coarse, String fine) {
        this.coarse = coarse;
        this.fine = fine;
    }

    /** What a key of a ResourceQuota's {@code hard} counts. */
    static Unit of(String key) {
        return switch (key) {
            case "requests.cpu", "limits.cpu" -> CPU;
            case "requests.memory",
                    "limits.memory",
                    "requests.ephemeral-storage",
                    "limits.ephemeral-storage",
                    "requests.storage" -> BYTES;
            default -> key.endsWith(".storageclass.storage.k8s.io/requests.storage") ? BYTES : COUNT;
        };
    }

    /** The coarsest step that divides the amount, in which it is split. */
    Amount step(Amount amount) {
        return Stream.of(coarse, fine)
                .map(Amount::of)
                .filter(step -> amount.floorTo(step).equals(amount))
                .findFirst()
                .orElse(Amount.of("1n"));
    }

    /** The finest step that Kubernetes accepts for this unit. */
    Amount finest() {
        return Amount.of(fine);
    }

    /** Rounded down to the coarsest step that is not above the amount. */
    Amount floor(Amount amount) {
        return Stream.of(coarse, fine)
                .map(Amount::of)
                .filter(step -> step.compareTo(amount) <= 0)
                .findFirst()
                .map(amount::floorTo)
                .orElse(Amount.ZERO);
    }

    /** The amount in the largest unit that stays exact. */
    String text(Amount amount) {
        return this == BYTES ? amount.bytes() : amount.plain();
    }
}
