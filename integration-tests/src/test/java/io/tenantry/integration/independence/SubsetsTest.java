package io.tenantry.integration.independence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every subset of the feature modules works; the keys of an absent one are told from mistakes. */
class SubsetsTest {
    private static final String TENANT =
            "apiVersion: tenantry.io/v1alpha1\nkind: Tenant\nmetadata: {name: acme}\nspec:\n";

    @Test
    void rendersWithEverySubsetOfTheModules() throws IOException, ReflectiveOperationException {
        var features = ClassPath.features();
        for (int subset = 0; subset < 1 << features.size(); subset++) {
            var absent = new ArrayList<Path>();
            for (int i = 0; i < features.size(); i++) {
                if ((subset & 1 << i) == 0) {
                    absent.add(features.get(i));
                }
            }
            assertThat(probe(absent, TENANT)).as("without %s", absent).endsWith("\n");
        }
    }

    @Test
    void namesTheModuleOfEachAbsentSection() throws IOException, ReflectiveOperationException {
        var features = ClassPath.features();
        for (var absent : features) {
            var all = sections(List.of());
            all.removeAll(sections(List.of(absent)));
            assertThat(all).as("sections of %s", absent).isNotEmpty();
            for (var section : all) {
                assertThat(probe(List.of(absent), TENANT + "  " + section + ": {}\n"))
                        .contains("spec." + section + " belongs to the module tenantry-")
                        .contains("[KEY_OF_ABSENT_MODULE]");
            }
        }
    }

    private static Set<String> sections(List<Path> absent) throws IOException, ReflectiveOperationException {
        var line = probe(absent, TENANT).lines().findFirst().orElseThrow();
        return new TreeSet<>(List.of(line.split(" ", -1)));
    }

    @SuppressWarnings("unchecked") // Probe, as the other class loader knows it
    private static String probe(List<Path> absent, String text) throws IOException, ReflectiveOperationException {
        var entries = new ArrayList<>(ClassPath.entries());
        entries.removeAll(absent);
        try (var loader = ClassPath.isolated(entries)) {
            var probe = (Function<String, String>)
                    loader.loadClass(Probe.class.getName()).getConstructor().newInstance();
            return probe.apply(text);
        }
    }
}
