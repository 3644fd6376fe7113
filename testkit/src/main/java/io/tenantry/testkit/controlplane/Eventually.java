package io.tenantry.testkit.controlplane;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what a controller or a cache of the API server does in its own time, by asking again and again.
 *
 * <pre>{@code
 * Eventually.holds("the quota has a status", () -> api.get(quota).at("/status/hard").isObject());
 * }</pre>
 */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private Eventually() {}

    /**
     * Returns as soon as the condition holds.
     *
     * @param what completes the sentence "after 150 s it is still not true that ..."
     * @throws AssertionError when it does not hold after two and a half minutes
     */
    public static void holds(String what, BooleanSupplier condition) {
        found(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Returns what is found, as soon as it is there; otherwise like {@link #holds}. */
    public static <T> T found(String what, Supplier<Optional<T>> search) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE.toNanos();
        while (true) {
            var found = search.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + PATIENCE.toSeconds() + " s it is still not true that " + what);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
        }
    }
}
