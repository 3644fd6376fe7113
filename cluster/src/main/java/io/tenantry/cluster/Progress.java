package io.tenantry.cluster;

/** Is told how an execution gets on, by several threads. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {};

    /** A number of steps begins, as in {@code quotas}. */
    default void begin(String what, int steps) {}

    /** A step of it is done, or is given up. */
    default void done(Result result) {}

    /** Nothing goes on until this has happened. */
    default void waiting(String what) {}
}
