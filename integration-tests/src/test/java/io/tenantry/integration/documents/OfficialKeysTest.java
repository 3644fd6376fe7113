package io.tenantry.integration.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Tenantry;
import io.tenantry.internal.bind.OfficialKeys;
import io.tenantry.spi.Section;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Core's table of keys, by which it names the module to add, against the modules that are here. */
class OfficialKeysTest {
    private static final String FEATURES = "io.tenantry.feature.";

    @Test
    void listsExactlyTheSectionsAndShorthandOfEachModule() throws IOException {
        var keys = new TreeMap<String, Set<String>>();
        for (var section : Tenantry.discover().sections()) {
            keys.computeIfAbsent(module(section), module -> new TreeSet<>()).addAll(keys(section));
        }
        var listed = listed();
        listed.keySet().retainAll(keys.keySet());

        assertThat(keys).containsKey("tenantry-quota");
        assertThat(listed).isEqualTo(keys);
    }

    @Test
    void answersWithTheModuleOfAKey() {
        assertThat(OfficialKeys.moduleOf("podQuota")).contains("tenantry-quota");
        assertThat(OfficialKeys.moduleOf("podQuotas")).isEmpty();
    }

    /** A feature's package is named like its module. */
    private static String module(Section<?> section) {
        var packageName = section.type().getPackageName();
        assertThat(packageName).startsWith(FEATURES);
        return "tenantry-" + packageName.substring(FEATURES.length());
    }

    private static Set<String> keys(Section<?> section) {
        var keys = new TreeSet<>(section.shorthand());
        keys.add(section.name());
        return keys;
    }

    private static Map<String, Set<String>> listed() throws IOException {
        try (var table = OfficialKeys.class.getResourceAsStream("official-keys.txt")) {
            var listed = new TreeMap<String, Set<String>>();
            for (var line : new String(Objects.requireNonNull(table).readAllBytes(), UTF_8).split("\n", -1)) {
                var moduleAndKeys = line.split(":", 2);
                if (moduleAndKeys.length == 2) {
                    var keys =
                            Stream.of(moduleAndKeys[1].strip().split(" ", -1)).toList();
                    listed.put(moduleAndKeys[0], new TreeSet<>(keys));
                }
            }
            return listed;
        }
    }
}
