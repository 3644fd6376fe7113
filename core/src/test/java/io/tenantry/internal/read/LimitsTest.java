package io.tenantry.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Source;
import io.tenantry.validation.Problem;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {
    private static final int LEVELS = 10_000;

    static Stream<Source> tenThousandLevels() {
        String block =
                IntStream.range(0, 3000).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
        return Stream.of(
                Source.ofString("flow-list.yaml", "[".repeat(LEVELS) + "]".repeat(LEVELS)),
                Source.ofString("flow-list-open.yaml", "[".repeat(LEVELS)),
                Source.ofString("flow-mapping.yaml", "{a: ".repeat(LEVELS) + "1" + "}".repeat(LEVELS)),
                Source.ofString("block-mapping.yaml", block),
                Source.ofString("block-list.yaml", "- ".repeat(LEVELS)),
                Source.ofString("keys.yaml", "? ".repeat(LEVELS)),
                Source.ofString("list.json", "[".repeat(LEVELS) + "]".repeat(LEVELS)),
                Source.ofString("object.json", "{\"a\":".repeat(LEVELS) + "1" + "}".repeat(LEVELS)));
    }

    @ParameterizedTest
    @MethodSource("tenThousandLevels")
    void refusesDeepNesting(Source source) {
        Reading reading = Reading.of(source);

        assertThat(reading.problem().code()).isEqualTo("NESTING_TOO_DEEP");
        assertThat(reading.problem().message()).isEqualTo("is nested 65 levels deep but must be at most 64");
        assertThat(reading.documents()).isEmpty();
    }

    @Test
    void acceptsTheDeepestNesting() {
        String text = "[".repeat(64) + "]".repeat(64);

        assertThat(Reading.of("a.yaml", text).problems()).isEmpty();
        assertThat(Reading.of("a.json", text).problems()).isEmpty();
    }

    @Test
    void countsTheNestingThatAliasesAddUp() {
        String text = IntStream.range(1, 80)
                .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 x\n", ""));

        assertThat(Reading.of("a.yaml", text).problem().code()).isEqualTo("NESTING_TOO_DEEP");
    }

    @Test
    void refusesAnAliasBombWithoutExpandingIt() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            String alias = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", alias, alias, alias, alias, alias)));
        }
        Reading reading = Reading.of("a.yaml", text.toString());

        assertThat(reading.problem().code()).isEqualTo("ALIAS_BOMB");
        assertThat(reading.documents()).isEmpty();
        assertThat(reading.work()).isLessThan(16L * text.length());
    }

    @Test
    void refusesABombOfLongText() {
        String text = "a: &a " + "x".repeat(1 << 20) + "\nb: [" + "*a, ".repeat(20) + "]";

        assertThat(Reading.of("a.yaml", text).problem().code()).isEqualTo("ALIAS_BOMB");
    }

    @Test
    void acceptsHarmlessAliases() {
        String text = "a: &a {k: v}\nb: [" + "*a, ".repeat(1000) + "]";

        assertThat(Reading.of("a.yaml", text).problems()).isEmpty();
    }

    @Test
    void refusesMoreNodesThanADocumentMayHave() {
        // the list itself is the first node
        assertThat(Reading.of("a.yaml", "- x\n".repeat(99_999)).problems()).isEmpty();
        assertThat(Reading.of("a.yaml", "- x\n".repeat(100_000)).problem().code())
                .isEqualTo("TOO_MANY_NODES");
        assertThat(Reading.of("a.json", "[1" + ",1".repeat(100_000) + "]")
                        .problem()
                        .code())
                .isEqualTo("TOO_MANY_NODES");
    }

    @Test
    void countsNodesPerDocument() {
        Reading reading = Reading.of("a.yaml", "--- [a, b, c]\n".repeat(30_000));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.documents()).hasSize(30_000);
    }

    @Test
    void refusesALargeSourceBeforeReadingIt() {
        Reading reading = Reading.of(new Source("a.yaml", new byte[50 << 20]));
        Problem problem = reading.problem();

        assertThat(problem.code()).isEqualTo("SOURCE_TOO_LARGE");
        assertThat(problem.fix()).isEqualTo("split it into several files");
        assertThat(reading.work()).isZero();
    }

    @Test
    void readsScalarsOfAnyLength() {
        String digits = "1".repeat(1 << 20);

        assertThat(Reading.of("a.yaml", "a: " + digits).scalar("a").text()).isEqualTo(digits);
        assertThat(Reading.of("a.json", "{\"a\": " + digits + "}").scalar("a").text())
                .isEqualTo(digits);
    }
}
