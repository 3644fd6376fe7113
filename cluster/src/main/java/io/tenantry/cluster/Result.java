package io.tenantry.cluster;

import java.util.Locale;

/**
 * What came of a step.
 *
 * @param message why it failed or was skipped; else empty
 */
public record Result(Step step, Status status, String message) {

    /** Whether a step was done. */
    public enum Status {
        DONE,
        FAILED,
        /** Not tried, for what it rests on failed. */
        SKIPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Result done(Step step) {
        return new Result(step, Status.DONE, "");
    }

    static Result failed(Step step, String message) {
        return new Result(step, Status.FAILED, message);
    }

    static Result skipped(Step step, String message) {
        return new Result(step, Status.SKIPPED, message);
    }
}
