package io.tenantry.testkit.attack;

import java.util.Locale;

/** What an attack showed. */
public enum Verdict {
    /** By the layer that was named, while the twin was admitted. */
    DENIED,
    /** Nothing stopped the request. */
    ADMITTED,
    /** The twin was refused too, or something else than the layer named refused the request. */
    INCONCLUSIVE,
    /** There is nobody who could try, or nothing that it could be tried on. */
    NOT_APPLICABLE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
