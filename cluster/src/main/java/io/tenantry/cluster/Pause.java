package io.tenantry.cluster;

import io.tenantry.cluster.server.ClusterException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Waiting for what others do in their own time, by asking again and again. */
final class Pause {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Pause() {}

    /** Returns as soon as the condition holds; false when it does not within the time. */
    static boolean until(Duration longest, BooleanSupplier condition) {
        return untilNone(longest, () -> condition.getAsBoolean() ? 0 : 1);
    }

    /** Returns as soon as nothing is left; false when for that long it has not become less. */
    static boolean untilNone(Duration longest, IntSupplier left) {
        long pause = FIRST.toNanos();
        long deadline = 0;
        int least = Integer.MAX_VALUE;
        for (int now = left.getAsInt(); now > 0; now = left.getAsInt()) {
            if (now < least) {
                least = now;
                deadline = System.nanoTime() + longest.toNanos();
            } else if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(pause);
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new ClusterException("interrupted");
            }
            pause = Math.min(pause + pause / 2, LONGEST.toNanos());
        }
        return true;
    }
}
