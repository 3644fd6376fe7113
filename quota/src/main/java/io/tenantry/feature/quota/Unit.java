package io.tenantry.feature.quota;

import io.tenantry.Amount;

/** What an amount counts: how fine it may be, and how it is printed. */
enum Unit {
    /** Cores, no finer than a thousandth. */
    CPU,
    /** Whole bytes; split by the mebibyte where that divides them. */
    BYTES,
    /** Whole things. */
    COUNT;

    private static final Amount ONE = Amount.of(1);
    private static final Amount MILLICORE = Amount.millicores(1);
    private static final Amount MEBIBYTE = Amount.mebibytes(1);
    private static final Amount NANO = Amount.of("1n");

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
        if (amount.isMultipleOf(coarsest())) {
            return coarsest();
        }
        return amount.isMultipleOf(finest()) ? finest() : NANO;
    }

    /** The finest step that Kubernetes accepts for this unit. */
    Amount finest() {
        return this == CPU ? MILLICORE : ONE;
    }

    /** Rounded down to the coarsest step that is not above the amount. */
    Amount floor(Amount amount) {
        return amount.floorTo(coarsest().compareTo(amount) <= 0 ? coarsest() : finest());
    }

    private Amount coarsest() {
        return this == BYTES ? MEBIBYTE : finest();
    }

    /** The amount in the largest unit that stays exact. */
    String text(Amount amount) {
        return this == BYTES ? amount.bytes() : amount.plain();
    }
}
