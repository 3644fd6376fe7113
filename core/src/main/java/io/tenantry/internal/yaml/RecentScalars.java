package io.tenantry.internal.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Short scalars written lately, with their bytes: nearly all keys and many values come again and again.
 *
 * <p>A table of fixed size in which a text takes the place of another of the same hash: no output makes it grow.
 */
final class RecentScalars {
    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 64;
    /** All characters escaped, and the quotes. */
    private static final int MOST_BYTES = LONGEST * "\\u1234".length() + 2;

    private final @Nullable String[] texts = new String[SLOTS];
    private final byte[][] scalars = new byte[SLOTS][];

    /** Writes a text on one line, plain or in double quotes. */
    void write(String text, YamlSink sink) {
        if (text.length() > LONGEST) {
            encode(text, sink);
            return;
        }
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 10)) & (SLOTS - 1);
        if (text.equals(texts[slot])) {
            sink.put(scalars[slot]);
            return;
        }
        int before = sink.reserve(MOST_BYTES);
        encode(text, sink);
        texts[slot] = text;
        scalars[slot] = sink.since(before);
    }

    private static void encode(String text, YamlSink sink) {
        if (PlainScalars.allows(text)) {
            sink.put(text);
        } else {
            QuotedScalars.write(text, sink);
        }
    }
}
