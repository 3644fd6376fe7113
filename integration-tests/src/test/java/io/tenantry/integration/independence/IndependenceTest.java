package io.tenantry.integration.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.ContributorException;
import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.testkit.GoldenFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contributors from jars that the project has never seen. */
class IndependenceTest {
    private static final Input ACME = Input.of(Tenant.named("acme").build());

    @TempDir
    private static Path directory;

    @BeforeAll
    static void compile() throws IOException {
        ContributorJars.compile(directory);
    }

    @Test
    void findsAContributorInAJarOfItsOwn() throws IOException {
        try (var loader = lamps().open()) {
            var rendered = Tenantry.discover(loader).render(ACME);
            var tenant = rendered.tenants().get(0);
            assertThat(rendered.objects(tenant))
                    .extracting(manifest -> manifest.key() + " of " + manifest.contributor())
                    .contains("v1/ConfigMap/acme/acme--lamp of com.example.odd.LampContributor");
        }
    }

    @Test
    void findsContributorsOfTheThreadsClassLoader() throws IOException {
        var before = Thread.currentThread().getContextClassLoader();
        try (var loader = lamps().open()) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(Tenantry.discover().sections())
                    .extracting(section -> section.name())
                    .contains("lamp");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Each message names class and jar, and what to do; two that clash are both named. */
    @Test
    void namesClassAndJarOfWhoeverBreaksTheRules() {
        var messages = new TreeMap<String, String>();
        for (var alone : new String[] {
            "Throwing",
            "ForeignNamespace",
            "PlatformNamespace",
            "ClusterScope",
            "Nameless",
            "HiddenConstructor",
            "ConstructorWithParameters",
            "ThrowingConstructor",
            "NullManifests",
            "NullSection",
            "UnreadableConfig",
            "LabelOfCore",
            "NoContributor",
            "NeedsAbsentClass"
        }) {
            messages.put(
                    alone + ".txt", message(new ContributorJars(directory).with("odd.jar", alone, alone, "Lamps?")));
        }
        messages.put("AbsentContributor.txt", message(new ContributorJars(directory).with("odd.jar", "Nowhere")));
        for (var second : new String[] {"SameSection", "SameObject", "SameLabel", "SameFact"}) {
            messages.put(second + ".txt", message(lamps().with("odd.jar", second, second, "Lamps?")));
        }
        messages.put(
                "SameFile.txt",
                message(new ContributorJars(directory)
                        .with("first.jar", "FirstFile", "FirstFile")
                        .with("odd.jar", "SameFile", "SameFile")));
        GoldenFiles.in(Path.of("src/test/golden/independence")).match(messages);
    }

    private static ContributorJars lamps() {
        return new ContributorJars(directory).with("lamps.jar", "LampContributor", "Lamp", "LampContributor", "Lamps");
    }

    private static String message(ContributorJars odd) {
        try (var loader = odd.open()) {
            var thrown = catchThrowableOfType(
                    ContributorException.class, () -> Tenantry.discover(loader).render(ACME));
            assertThat(thrown).isNotNull();
            return String.valueOf(thrown.getMessage())
                            .replace(directory.toString(), "/jars")
                            .replaceAll("jar:file:(?!/jars)[^,]*, ", "")
                    + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
