package io.tenantry.integration.faults;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** Where faults strike: 5 of 50 points, all of them with {@code -Dtenantry.faults=all}. */
final class Seeds {
    private static final int ALL = 50;
    private static final int USUAL = 5;

    private Seeds() {}

    /** What is done for a seed. */
    @FunctionalInterface
    interface Fault {
        void strike(long seed) throws Exception;
    }

    static LongStream all() {
        return LongStream.range(0, System.getProperty("tenantry.faults", "").equals("all") ? ALL : USUAL);
    }

    /** Several seeds at a time, for faults after which one waits; a failure names its seed. */
    static void together(Fault fault) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(USUAL);
        try {
            var runs = all().mapToObj(seed -> threads.submit(() -> {
                        fault.strike(seed);
                        return seed;
                    }))
                    .toList();
            for (var seed = 0; seed < runs.size(); seed++) {
                try {
                    runs.get(seed).get();
                } catch (ExecutionException e) {
                    throw new AssertionError("seed " + seed, e.getCause());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
