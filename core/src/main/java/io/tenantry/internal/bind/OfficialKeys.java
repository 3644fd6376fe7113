package io.tenantry.internal.bind;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Which of Tenantry's own modules knows a key that none on the class path does. */
public final class OfficialKeys {
    private static final String TABLE = "official-keys.txt";

    private OfficialKeys() {}

    /** The artifact of the module whose section has this name or this shorthand key. */
    public static Optional<String> moduleOf(String key) {
        var stream = Objects.requireNonNull(OfficialKeys.class.getResourceAsStream(TABLE), TABLE);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("[: ]+"))
                    .filter(words ->
                            Arrays.asList(words).subList(1, words.length).contains(key))
                    .map(words -> words[0])
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
