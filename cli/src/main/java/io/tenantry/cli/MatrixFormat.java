package io.tenantry.cli;

import java.util.Locale;

/** How a matrix is shown. */
enum MatrixFormat {
    MARKDOWN,
    HTML,
    MERMAID,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
