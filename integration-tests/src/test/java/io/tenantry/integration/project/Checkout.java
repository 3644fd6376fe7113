package io.tenantry.integration.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree that these tests were built from, with what the build has made of it so far. */
final class Checkout {
    /** Surefire starts in the directory of the module, which is one below the root. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final Pom PARENT = Pom.in(ROOT);

    static final List<Pom> MODULES = PARENT.texts("/project/modules/module").stream()
            .map(module -> Pom.in(ROOT.resolve(module)))
            .toList();

    private Checkout() {}

    static List<Pom> published() {
        return MODULES.stream().filter(Pom::isPublished).toList();
    }

    /** The directories of compiled main classes, of those modules that are built already. */
    static List<Path> mainClasses() {
        return built("target/classes").toList();
    }

    /** The directories of compiled classes, main and test, of those modules that are built already. */
    static List<Path> allClasses() {
        return Stream.concat(built("target/classes"), built("target/test-classes"))
                .toList();
    }

    private static Stream<Path> built(String directory) {
        return MODULES.stream()
                .map(module -> module.directory().resolve(directory))
                .filter(Files::isDirectory);
    }
}
