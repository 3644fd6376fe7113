package io.tenantry.cli;

/** The exit codes, which scripts rely on. */
final class ExitCode {
    static final int DONE = 0;

    /**
     * The cluster differs, something that was applied has not taken effect, something opens, or tenants are not
     * separated.
     */
    static final int DIFFERENT = 1;

    /** What a KRM function returns for an input with errors. */
    static final int FUNCTION_FAILED = 1;

    /** The user's input has errors. */
    static final int INPUT = 2;

    /** Something outside cannot be reached or forbids it, or the output cannot be written. */
    static final int UNREACHABLE = 3;

    /** A bug, here or in a module. */
    static final int BUG = 70;

    /** Whoever read the output has gone; what a shell says of programs that the signal SIGPIPE ended. */
    static final int READER_GONE = 141;

    private ExitCode() {}
}
