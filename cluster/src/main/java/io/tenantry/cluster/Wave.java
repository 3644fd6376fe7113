package io.tenantry.cluster;

import io.tenantry.manifest.ApplyPhase;
import java.util.Comparator;

/**
 * Objects that are applied together, in any order; waves are ordered from first to last.
 *
 * @param binds whether they refer to others of their phase, which come before
 */
record Wave(ApplyPhase phase, boolean binds) implements Comparable<Wave> {
    /** Gives rights to tenants. */
    static final Wave RIGHTS = new Wave(ApplyPhase.ACCESS, true);

    private static final Comparator<Wave> ORDER =
            Comparator.comparing(Wave::time).thenComparing(Wave::binds).thenComparing(Wave::phase);

    /** Rights come after all that confines those who get them. */
    private ApplyPhase time() {
        return equals(RIGHTS) ? ApplyPhase.NETWORK : phase;
    }

    @Override
    public int compareTo(Wave other) {
        return ORDER.compare(this, other);
    }
}
