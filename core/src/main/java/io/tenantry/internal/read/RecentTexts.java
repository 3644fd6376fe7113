package io.tenantry.internal.read;

import org.jspecify.annotations.Nullable;

/**
 * Short texts seen lately, so that the keys and values that a thousand tenants repeat are held once.
 *
 * <p>A table of fixed size in which a text takes the place of another of the same hash: no input makes it grow.
 */
final class RecentTexts {
    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 40;

    private final @Nullable String[] slots = new String[SLOTS];

    /** A text equal to the given one, and the same object as an earlier one where that is still known. */
    String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
        String known = slots[slot];
        if (known != null && known.equals(text)) {
            return known;
        }
        slots[slot] = text;
        return text;
    }
}
