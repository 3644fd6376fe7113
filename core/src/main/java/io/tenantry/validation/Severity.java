package io.tenantry.validation;

import java.util.Locale;

/** How much a problem matters. */
public enum Severity {
    /** Nothing is rendered. */
    ERROR,
    /** Probably not meant; rendered all the same. */
    WARNING,
    /** Worth knowing; needs no action. */
    NOTICE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
