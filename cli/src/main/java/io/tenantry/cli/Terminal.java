package io.tenantry.cli;

/** What is known of the terminal. */
final class Terminal {
    private Terminal() {}

    /** Whether standard error may be coloured: the launcher found a terminal there, and {@code NO_COLOR} is not set. */
    static boolean takesColour() {
        var refused = System.getenv("NO_COLOR");
        return (refused == null || refused.isEmpty()) && Boolean.getBoolean("tenantry.terminal");
    }
}
