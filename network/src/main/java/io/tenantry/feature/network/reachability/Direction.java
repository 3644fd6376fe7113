package io.tenantry.feature.network.reachability;

import java.util.Locale;

/** Which half of a NetworkPolicy. */
public enum Direction {
    INGRESS,
    EGRESS;

    /** The direction as a NetworkPolicy names its list of rules. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
