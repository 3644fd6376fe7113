package io.tenantry.feature.network;

import io.tenantry.spi.Problems;

/** What a parser says of a text that it does not take: a sentence without its subject, and the fix. */
record Refusal(String message, String fix) {
    private static final String BEFORE_FIX = "; ";

    static Refusal of(IllegalArgumentException refused) {
        var text = String.valueOf(refused.getMessage());
        int fix = text.lastIndexOf(BEFORE_FIX);
        return new Refusal(text.substring(0, fix), text.substring(fix + BEFORE_FIX.length()));
    }

    void report(Problems at, String code) {
        at.error(code, message, fix);
    }
}
