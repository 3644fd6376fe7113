package io.tenantry.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Source;
import io.tenantry.validation.Location;
import io.tenantry.validation.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutates small documents; the seed makes every run the same. */
class ReadingFuzzTest {
    private static final int STEPS_PER_BYTE = 12;
    private static final int STEPS_AT_LEAST = 64;

    private static final List<String> YAML = List.of("""
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: acme-corp, labels: {"team": 'platform'}}
            spec:
              admins: [a@acme.com, "b@acme.com"]
              cpuQuota: "200"
              namespaces:
              - name: acme-prod
                quota: &q {podQuota: 500}
              - name: acme-dev
                quota: *q
            """, """
            %YAML 1.2
            --- # first
            text: |
              some
               lines
            folded: >-
              more lines

              here
            ? complex
            : value
            ...
            ---
            tagged: !!str 5
            escapes: "\\x41\\u00e9\\n \\
              end"
            list:
            - - 1
              - 2
            - ~
            - é😀
            """);

    private static final List<String> JSON = List.of("""
            {
            \t"kind": "Tenant", "metadata": {"name": "acme"},
            \t"spec": {"cpuQuota": 1.5e3, "list": [true, false, null, -1, "\\u00e9\\n"], "é": {}}
            }
            """);

    private static final byte[] INTERESTING =
            "\t\n\r :-?[]{},#&*!|>'\"%@`\\~<=._0x/\u00e9\u0085".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void givesDocumentsOrProblemsForAnyBytes(long seed) {
        Random random = new Random(seed);
        int readable = 0;
        for (int i = 0; i < 5_000; i++) {
            boolean json = random.nextInt(4) == 0;
            List<String> originals = json ? JSON : YAML;
            byte[] bytes = originals.get(random.nextInt(originals.size())).getBytes(StandardCharsets.UTF_8);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes = mutated(bytes, random);
            }
            Reading reading = check(new Source(json ? "fuzz.json" : "fuzz.yaml", bytes));
            readable += reading.problems().isEmpty() ? 1 : 0;
        }
        assertThat(readable).as("sources without problems").isBetween(200, 4_800);
    }

    @Test
    void takesWorkThatGrowsWithTheSizeOnly() {
        for (String text : List.of(
                "a: " + "x".repeat(500_000),
                "[".repeat(500_000),
                "- ".repeat(200_000),
                "---\n".repeat(100_000),
                "--- }\n".repeat(100_000),
                "k: 1\n".repeat(45_000),
                "&a x: *a\n".repeat(20_000),
                "a: |\n" + " \tx\n".repeat(100_000),
                "{" + "\"Aa\": \"BB\",".repeat(40_000),
                "\r".repeat(300_000),
                "%YAML 1.2\n".repeat(50_000))) {
            check(Source.ofString("work.yaml", text));
            check(Source.ofString("work.json", text));
        }
    }

    private static Reading check(Source source) {
        Reading reading = Reading.of(source);
        String text = new String(source.content(), StandardCharsets.UTF_8);
        assertThat(reading.documents().size() + reading.problems().size())
                .as(text)
                .isPositive();
        assertThat(reading.work())
                .as(text)
                .isLessThanOrEqualTo(STEPS_PER_BYTE * (long) source.content().length + STEPS_AT_LEAST);
        String[] lines = text.split("\r\n|[\r\n]", -1);
        for (Problem problem : reading.problems()) {
            Location location = problem.location();
            assertThat(location).isNotNull();
            assertWithin(lines, location.line(), location.column(), problem + " in " + text);
            assertThat(location.caret())
                    .isBetween(
                            1, location.text().codePointCount(0, location.text().length()) + 1);
            assertThat(problem.message()).doesNotContain("\n").isNotBlank();
        }
        for (Document document : reading.documents()) {
            assertWithin(lines, document.root());
        }
        return reading;
    }

    private static void assertWithin(String[] lines, Node node) {
        assertWithin(lines, node.line(), node.column(), node);
        if (node instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                assertWithin(lines, entry.key());
                assertWithin(lines, entry.value());
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> assertWithin(lines, item));
        }
    }

    private static void assertWithin(String[] lines, int line, int column, Object what) {
        if (line < 1 || line > lines.length || column < 1 || column > lines[line - 1].length() + 1) {
            throw new AssertionError(line + ":" + column + " is outside of the text: " + what);
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(12));
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 16);
        out.write(bytes, 0, from);
        switch (random.nextInt(6)) {
            case 0 -> out.write(bytes, to, bytes.length - to);
            case 1 -> {
                out.write(INTERESTING[random.nextInt(INTERESTING.length)]);
                out.write(bytes, from, bytes.length - from);
            }
            case 2 -> {
                out.write(random.nextInt(256));
                out.write(bytes, Math.min(from + 1, bytes.length), bytes.length - Math.min(from + 1, bytes.length));
            }
            case 3 -> {
                out.write(bytes, from, to - from);
                out.write(bytes, from, bytes.length - from);
            }
            case 4 -> {
                int other = random.nextInt(bytes.length + 1);
                out.write(bytes, other, bytes.length - other);
            }
            default -> {
                out.write(INTERESTING[random.nextInt(INTERESTING.length)]);
                out.write(INTERESTING[random.nextInt(INTERESTING.length)]);
                out.write(bytes, to, bytes.length - to);
            }
        }
        return out.toByteArray();
    }
}
