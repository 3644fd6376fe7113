package io.tenantry.internal.read;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The parser's settings, with a buffer that takes a whole text at once.
 *
 * <p>With a smaller buffer the parser copies what it has not consumed each time it reads on, and one long token costs
 * the square of its length. Buffers of small texts come in powers of two, so that few settings are made.
 */
final class YamlSettings {
    private static final int LARGEST_SHARED_BITS = 16;

    private final @Nullable LoadSettings[] shared = new LoadSettings[LARGEST_SHARED_BITS + 1];

    LoadSettings forLength(int length) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(length, 1024) - 1);
        if (bits > LARGEST_SHARED_BITS) {
            return withBuffer(length);
        }
        LoadSettings settings = shared[bits];
        if (settings == null) {
            settings = withBuffer(1 << bits);
            shared[bits] = settings;
        }
        return settings;
    }

    private static LoadSettings withBuffer(int size) {
        return LoadSettings.builder()
                .setBufferSize(size)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .build();
    }
}
