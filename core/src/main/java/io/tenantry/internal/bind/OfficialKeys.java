package io.tenantry.internal.bind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;

/** Which of Tenantry's own modules knows a key that none on the class path does. */
public final class OfficialKeys {
    private static final String TABLE = "official-keys.txt";

    private OfficialKeys() {}

    /** The artifact of the module whose section has this name or this shorthand key. */
    public static Optional<String> moduleOf(String key) {
        return Optional.ofNullable(Table.MODULES.get(key));
    }

    /** Read when the first key is looked for. */
    private static final class Table {
        static final Map<String, String> MODULES = read();

        private static Map<String, String> read() {
            var modules = new HashMap<String, String>();
            try (var table = Objects.requireNonNull(OfficialKeys.class.getResourceAsStream(TABLE), TABLE)) {
                new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                    int colon = line.indexOf(':');
                    var keys = new StringTokenizer(line.substring(colon + 1));
                    while (keys.hasMoreTokens()) {
                        modules.put(keys.nextToken(), line.substring(0, colon));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.copyOf(modules);
        }
    }
}
