package io.tenantry;

import java.util.Locale;

/**
 * How far a tenant is kept apart; the presets of every section follow from it.
 *
 * <p>Written in lower case: {@code isolationLevel: strict}. No level ever opens one tenant to another.
 */
public enum IsolationLevel {
    /** Nothing that is not named is allowed, and a written parameter that nothing enforces is an error. */
    STRICT,
    /** Safe for tenants that do not know each other; the default. */
    STANDARD,
    /** For teams of one organisation that trust each other not to try. */
    PERMISSIVE;

    /** The level as a tenant file writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
