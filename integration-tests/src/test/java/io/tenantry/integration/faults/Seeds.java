package io.tenantry.integration.faults;

import java.util.stream.LongStream;

/** Where faults strike: 5 of 50 points, all of them with {@code -Dtenantry.faults=all}. */
final class Seeds {
    private static final int ALL = 50;
    private static final int USUAL = 5;

    private Seeds() {}

    static LongStream all() {
        return LongStream.range(0, System.getProperty("tenantry.faults", "").equals("all") ? ALL : USUAL);
    }
}
