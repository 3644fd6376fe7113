package io.tenantry.integration.independence;

import io.tenantry.spi.ManifestContributor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Jars with contributors whose sources are in {@code src/test/contributors} and on no class path. */
final class ContributorJars {
    private static final Path SOURCES = Path.of("src/test/contributors/com/example/odd");
    private static final String CLASSES = "classes";
    private static final String PACKAGE = "com/example/odd/";

    private final Path directory;
    private final Path classes;
    private final List<URL> jars = new ArrayList<>();

    /** No jars yet; they will be made in a directory from what {@link #compile} has put there. */
    ContributorJars(Path directory) {
        this.directory = directory;
        this.classes = directory.resolve(CLASSES);
    }

    /** Compiles all sources, once for all jars of a directory. */
    static void compile(Path directory) throws IOException {
        var classes = Files.createDirectories(directory.resolve(CLASSES));
        try (var sources = Files.list(SOURCES)) {
            var arguments = new ArrayList<>(List.of(
                    "-d", classes.toString(), "-cp", ClassPath.text(), "-proc:none", "-nowarn", "--release", "17"));
            sources.map(Path::toString).sorted().forEach(arguments::add);
            int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (failed != 0) {
                throw new IllegalStateException("the sources in " + SOURCES + " do not compile");
            }
        }
    }

    /** Adds a jar that lists a contributor and has the classes whose names begin with one of these. */
    ContributorJars with(String jar, String contributor, String... classNames) {
        var path = directory.resolve(jar);
        try (var out = new JarOutputStream(Files.newOutputStream(path))) {
            entry(out, "META-INF/services/" + ManifestContributor.class.getName(), listing(contributor));
            for (var file : classFiles(classNames)) {
                entry(out, PACKAGE + file.getFileName(), Files.readAllBytes(file));
            }
            jars.add(path.toUri().toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A class loader for these jars over the class path. */
    URLClassLoader open() {
        return new URLClassLoader(jars.toArray(URL[]::new), ContributorJars.class.getClassLoader());
    }

    private static byte[] listing(String contributor) {
        return ("# listed by a test\ncom.example.odd." + contributor + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private List<Path> classFiles(String... classNames) throws IOException {
        try (var files = Files.list(classes.resolve(PACKAGE))) {
            return files.filter(file -> Stream.of(classNames)
                            .anyMatch(name -> file.getFileName().toString().matches(name + "(\\$.*)?\\.class")))
                    .sorted()
                    .toList();
        }
    }

    private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
