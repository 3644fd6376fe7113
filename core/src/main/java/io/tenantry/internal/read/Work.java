package io.tenantry.internal.read;

/**
 * The number of steps that reading took: characters scanned, parser events and nodes.
 *
 * <p>A test asserts that it stays within a fixed multiple of the input's size, whatever the input.
 */
final class Work {
    private long done;

    void add(long steps) {
        done += steps;
    }

    long done() {
        return done;
    }
}
