package io.tenantry.integration.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.internal.read.ReadingSteps;
import io.tenantry.manifest.ManifestWriter;
import io.tenantry.testkit.YamlMutations;
import io.tenantry.validation.ValidationResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Mutations of every example and of the texts in {@code src/test/fuzz}: each renders or gives problems.
 *
 * <p>{@code -Dfuzz.inputs} is how many, {@code -Dfuzz.seed} which; a failure prints the input.
 */
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 20_000);
    private static final long SEED = Long.getLong("fuzz.seed", 42);
    private static final int STEPS_PER_BYTE = 12;
    private static final int STEPS_AT_LEAST = 64;

    private final Tenantry tenantry = Tenantry.discover();

    @Test
    void rendersOrGivesProblems() throws IOException {
        var seeds = seeds();
        var mutations = new YamlMutations(SEED);
        int valid = 0;
        for (int i = 0; i < INPUTS; i++) {
            var content = mutations.of(seeds.get(i % seeds.size()));
            try {
                valid += judge(new Source("fuzz.yaml", content)) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("input " + i + ":\n" + new String(content, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(valid).as("inputs that are still valid").isBetween(INPUTS / 100, INPUTS - INPUTS / 100);
    }

    /** Whether the input is valid. Work is counted, never timed. */
    private boolean judge(Source source) throws IOException {
        long size = source.content().length;
        assertThat(ReadingSteps.of(source)).isLessThanOrEqualTo(STEPS_PER_BYTE * size + STEPS_AT_LEAST);
        var validation = tenantry.validate(Input.of(source));
        assertThat(validation.problems()).hasSizeLessThan((int) size + STEPS_AT_LEAST);
        if (validation.valid()) {
            write(source);
        } else {
            assertSaysWhatIsWrong(validation);
        }
        return validation.valid();
    }

    private void write(Source source) throws IOException {
        var rendered = tenantry.render(Input.of(source));
        try (var writer = ManifestWriter.yaml(OutputStream.nullOutputStream())) {
            for (var tenant : rendered.tenants()) {
                for (var manifest : rendered.objects(tenant)) {
                    writer.write(manifest.object());
                }
                assertThat(rendered.accounts(tenant)).isNotEmpty();
            }
        }
    }

    private static void assertSaysWhatIsWrong(ValidationResult validation) {
        for (var problem : validation.errors()) {
            assertThat(problem.message()).isNotEmpty();
            assertThat(problem.toString()).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    private static List<byte[]> seeds() throws IOException {
        var files = new ArrayList<Path>();
        for (var directory : List.of(Path.of("../examples"), Path.of("src/test/fuzz"))) {
            try (var children = Files.list(directory)) {
                children.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        var seeds = new ArrayList<byte[]>();
        for (var file : files) {
            seeds.add(Files.readAllBytes(file));
        }
        return seeds;
    }
}
