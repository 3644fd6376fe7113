package io.tenantry.testkit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values that the generators try for keys of a section, where what follows from a key's type is not interesting enough.
 *
 * <pre>{@code
 * values.of("cpuQuota", "200", "500m").of("scopes", "[BestEffort]", "[NotTerminating]").of("volumes.*.claims", "3");
 * }</pre>
 *
 * <p>A value is YAML in flow style, as it would stand behind the key. A path leads through records by their components'
 * names and through lists and maps by {@code *}. Values need not be valid together: the generators ask the contributor
 * and leave out what it refuses.
 */
public final class Values {
    private final SortedMap<String, List<String>> byPath = new TreeMap<>();

    /** The values to try for a path; said again, they replace the earlier ones. */
    public Values of(String path, String... values) {
        byPath.put(path, List.of(values));
        return this;
    }

    /** The values said for a path, or those others. */
    List<String> orElse(String path, List<String> others) {
        return byPath.getOrDefault(path, others);
    }
}
