package io.tenantry.integration.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.validation.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's files, and the two judges of what users write: Tenantry itself and its schema. */
final class Documents {
    /** Surefire starts in the directory of the module, which is one below the root. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final Tenantry TENANTRY = Tenantry.discover();

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TENANTRY.schema(), InputFormat.JSON);

    private Documents() {}

    /** What Tenantry says of texts that are read as one set. */
    static List<Problem> problems(Source... sources) {
        return TENANTRY.validate(Input.of(sources)).problems();
    }

    /** What the schema says of each document of a YAML text. */
    static List<String> flaws(String text) {
        return Stream.of(text.split("(?m)^---\\s*$", -1))
                .flatMap(document -> SCHEMA.validate(document, InputFormat.YAML).stream())
                .map(Object::toString)
                .toList();
    }

    /** The files below a directory of the project whose names end so, sorted; nothing that was built. */
    static List<Path> files(String directory, String suffix) {
        try (var files = Files.walk(ROOT.resolve(directory))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
