package io.tenantry.cluster;

import java.util.Locale;

/** What becomes of an object. */
public enum Change {
    CREATE,
    UPDATE,
    DELETE,
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
