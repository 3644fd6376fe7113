package io.tenantry.integration.independence;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        var urls = new URL[entries.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = entries.get(i).toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static boolean hasContributors(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve(SERVICES));
        }
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        try (var jar = new JarFile(entry.toFile())) {
            return jar.getEntry(SERVICES) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
