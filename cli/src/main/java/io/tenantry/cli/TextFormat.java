package io.tenantry.cli;

import java.util.Locale;

/** How a result is shown: for people or for programs. */
enum TextFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
