package io.tenantry.cluster.server;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How long to go on asking a server that does not answer, or that asks for patience: a minute.
 *
 * <p>A server that was never reached gets none.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/cluster-administration/flow-control/">API Priority and Fairness</a>
 */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final long deadline = System.nanoTime() + LIMIT.toNanos();
    private long pause = FIRST_PAUSE.toNanos();

    /** Waits for as long as the server asked, or else for longer each time; false when patience is at its end. */
    boolean pause(OptionalLong retryAfterSeconds) {
        long nanos = retryAfterSeconds.isPresent()
                ? Math.max(
                        FIRST_PAUSE.toNanos(),
                        Duration.ofSeconds(retryAfterSeconds.getAsLong()).toNanos())
                : pause;
        if (System.nanoTime() + nanos > deadline) {
            return false;
        }
        pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }
}
