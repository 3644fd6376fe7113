package io.tenantry.cli;

import java.util.Locale;

/** How a stream of objects is written. */
enum ManifestFormat {
    YAML,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
