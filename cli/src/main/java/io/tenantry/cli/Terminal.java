package io.tenantry.cli;

/** What is known of the terminal. */
final class Terminal {
    private Terminal() {}

    /** Whether standard error may be coloured: the launcher found a terminal there, and {@code NO_COLOR} is not set. */
    static boolean takesColour() {
        var refused = System.getenv("NO_COLOR");
        return (refused == null || refused.isEmpty()) && Boolean.getBoolean("tenantry.terminal");
    }

    /** Whether the launcher found a terminal at standard input and at standard error. */
    static boolean isInteractive() {
        return Boolean.getBoolean("tenantry.interactive");
    }
}
