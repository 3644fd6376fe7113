package io.tenantry.integration.independence;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The class path that the tests run with, which Surefire may hide in a jar's manifest. */
final class ClassPath {
    private static final String SERVICES = "META-INF/services/io.tenantry.spi.ManifestContributor";

    private ClassPath() {}

    static String text() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** All of it but the command line, whose jar brings every other along by its manifest. */
    static List<Path> entries() {
        return Stream.of(text().split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty() && !entry.endsWith("tenantry-cli.jar"))
                .map(Path::of)
                .toList();
    }

    /** The entries that bring contributors: the feature modules. */
    static List<Path> features() {
        return entries().stream().filter(ClassPath::hasContributors).toList();
    }

    /** A class loader that knows nothing but these entries and Java itself. */
    static URLClassLoader isolated(List<Path> entries) throws IOException {
        var urls = new ArrayList<URL>();
        for (var entry : entries) {
            if (!bringsOthers(entry)) {
                urls.add(entry.toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static boolean hasContributors(Path entry) {
        return Files.isDirectory(entry)
                ? Files.exists(entry.resolve(SERVICES))
                : Files.isRegularFile(entry) && inJar(entry, jar -> jar.getEntry(SERVICES) != null);
    }

    /** Whether an entry's manifest brings others, which would bring back what was left out. */
    private static boolean bringsOthers(Path entry) {
        return Files.isRegularFile(entry)
                && inJar(
                        entry,
                        jar -> jar.getManifest() != null
                                && jar.getManifest().getMainAttributes().containsKey(Attributes.Name.CLASS_PATH));
    }

    private interface Question {
        boolean ask(JarFile jar) throws IOException;
    }

    private static boolean inJar(Path path, Question question) {
        try (var jar = new JarFile(path.toFile())) {
            return question.ask(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
