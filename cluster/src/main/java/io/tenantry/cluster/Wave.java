package io.tenantry.cluster;

import io.tenantry.manifest.ApplyPhase;
import java.util.Comparator;

/**
 * Objects that are applied together, in any order; waves are ordered from first to last.
 *
 * @param binds whether they refer to others of their phase, which come before
 */
record Wave(ApplyPhase phase, boolean binds) implements Comparable<Wave> {
    private static final Comparator<Wave> ORDER =
            Comparator.comparing(Wave::time).thenComparing(Wave::binds).thenComparing(Wave::phase);

    /** Whether it gives rights to tenants. */
    boolean grants() {
        return binds && phase == ApplyPhase.ACCESS;
    }

    /** Rights come after all that confines those who get them. */
    private ApplyPhase time() {
        return grants() ? ApplyPhase.NETWORK : phase;
    }

    @Override
    public int compareTo(Wave other) {
        return ORDER.compare(this, other);
    }
}
