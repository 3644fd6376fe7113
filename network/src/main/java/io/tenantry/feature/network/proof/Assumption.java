package io.tenantry.feature.network.proof;

/**
 * Something without which the proof proves nothing.
 *
 * @param text what is assumed
 * @param enforcedBy the object that makes it so, or {@link #NOT_ENFORCED}
 */
public record Assumption(String text, String enforcedBy) {
    public static final String NOT_ENFORCED = "NOT ENFORCED";

    static Assumption notEnforced(String text) {
        return new Assumption(text, NOT_ENFORCED);
    }

    public boolean enforced() {
        return !enforcedBy.equals(NOT_ENFORCED);
    }
}
