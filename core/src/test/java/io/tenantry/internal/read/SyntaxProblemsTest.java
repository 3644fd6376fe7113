package io.tenantry.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tenantry.Source;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxProblemsTest {
    static Stream<Arguments> yaml() {
        return Stream.of(
                arguments("", "DOCUMENT_EMPTY", 1, 1),
                arguments("---\n# only this\n---\n...\n", "DOCUMENT_EMPTY", 1, 1),
                arguments("a: b: c", "YAML_UNQUOTED", 1, 5),
                arguments("a: \"x\" y", "YAML_UNQUOTED", 1, 8),
                arguments("a: @x", "YAML_UNQUOTED", 1, 4),
                arguments("a: %x", "YAML_UNQUOTED", 1, 4),
                arguments("a: *.acme.com", "YAML_UNQUOTED", 1, 4),
                arguments("a: & x", "YAML_UNQUOTED", 1, 4),
                arguments("a:\n\tb: 1", "TAB_INDENTATION", 2, 1),
                arguments("a:\n  b: 1\n\tc: 2", "TAB_INDENTATION", 3, 1),
                arguments("a:\n  b: 1\n \tc: 2", "TAB_INDENTATION", 3, 2),
                arguments("a:\n- 1\n\t- 2", "TAB_INDENTATION", 3, 1),
                arguments("a: 1\n  b: 2", "YAML_INDENTATION", 2, 4),
                arguments("a:\n  b: 1\n c: 2", "YAML_INDENTATION", 3, 2),
                arguments("- a\nb: 1", "YAML_INDENTATION", 2, 1),
                arguments("a: |\n     \n  x", "YAML_INDENTATION", 3, 3),
                arguments("a: 'x\nb: 1", "YAML_UNCLOSED", 1, 4),
                arguments("a: \"x\nb: 1", "YAML_UNCLOSED", 1, 4),
                arguments("a: {b: 1", "YAML_UNCLOSED", 1, 4),
                arguments("a: [1, 2", "YAML_UNCLOSED", 1, 4),
                arguments("a: [1, 2\nb: 3", "YAML_SYNTAX", 2, 2),
                arguments("a: [1, 'x' 2]", "YAML_SYNTAX", 1, 12),
                arguments("a: [1,,2]", "YAML_SYNTAX", 1, 7),
                arguments("a: ]", "YAML_SYNTAX", 1, 4),
                arguments("a: - b", "YAML_SYNTAX", 1, 4),
                arguments("a: 1\nb\nc: 2", "YAML_SYNTAX", 2, 1),
                arguments("a: \"\\d\"", "YAML_SYNTAX", 1, 6),
                arguments("a: | x", "YAML_SYNTAX", 1, 6),
                arguments("a: |0\n  x", "YAML_SYNTAX", 1, 5),
                arguments("a: \"\\x", "YAML_SYNTAX", 1, 1),
                arguments("a: !\\ x", "TAG_UNKNOWN", 1, 5),
                arguments("[a]\nb: 1", "YAML_SYNTAX", 2, 1),
                arguments("a: 1\n%YAML 1.2\n", "YAML_SYNTAX", 2, 1),
                arguments("? [a]\n: b", "KEY_NOT_TEXT", 1, 3),
                arguments("a: {{ x }}", "KEY_NOT_TEXT", 1, 5),
                arguments("{: b}", "YAML_SYNTAX", 1, 2),
                arguments("~: b", "KEY_NOT_TEXT", 1, 1),
                arguments("a: 1\nb: 2\na: 3", "DUPLICATE_KEY", 3, 1),
                arguments("<<: {a: 1}\nb: 1", "MERGE_KEY", 1, 1),
                arguments("a: !foo b", "TAG_UNKNOWN", 1, 4),
                arguments("a: !e!foo b", "TAG_UNKNOWN", 1, 4),
                arguments("a: !<> b", "TAG_UNKNOWN", 1, 6),
                arguments("a: !!python/object:os.system b", "TAG_UNKNOWN", 1, 4),
                arguments("a: !!int '5'", "TAG_UNKNOWN", 1, 4),
                arguments("a: !!set {}", "TAG_UNKNOWN", 1, 4),
                arguments("a: *x", "ALIAS_UNKNOWN", 1, 4),
                arguments("a: &x [*x]", "ALIAS_RECURSIVE", 1, 8),
                arguments("%TAG ! x\n---\na: 1", "DIRECTIVE_UNKNOWN", 1, 1),
                arguments("%YAML 2.0\n---\na: 1", "DIRECTIVE_UNKNOWN", 1, 1),
                arguments("%YAML 1.2\na: 1", "DIRECTIVE_UNKNOWN", 1, 1),
                arguments("a: \"x\\uD800\"", "CHARACTER_HALF", 1, 4),
                arguments("a: \"\\uDE00\\uD83D\"", "CHARACTER_HALF", 1, 4),
                arguments("\"\\U0000DFFF\": 1", "CHARACTER_HALF", 1, 1),
                arguments("a: \u0000", "CONTROL_CHARACTER", 1, 4),
                arguments("a: 1\nb: '\u001B[31m'", "CONTROL_CHARACTER", 2, 5),
                arguments("a: \u007F", "CONTROL_CHARACTER", 1, 4),
                arguments("a: 1\n\uFEFFb: 1", "BYTE_ORDER_MARK", 2, 1));
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void saysWhereAndWhatIsWrongWithYaml(String text, String code, int line, int column) {
        assertProblem(Reading.of("a.yaml", text).problem(), "a.yaml", code, line, column);
    }

    static Stream<Arguments> json() {
        return Stream.of(
                arguments("", "DOCUMENT_EMPTY", 1, 1),
                arguments(" \n", "DOCUMENT_EMPTY", 1, 1),
                arguments("{\"a\": 1,}", "JSON_SYNTAX", 1, 9),
                arguments("[1,]", "JSON_SYNTAX", 1, 4),
                arguments("{\"a\": }", "JSON_SYNTAX", 1, 7),
                arguments("{} x", "JSON_SYNTAX", 1, 4),
                arguments("{\"a\": 1x}", "JSON_SYNTAX", 1, 8),
                arguments("{\"a\": 0x1}", "JSON_SYNTAX", 1, 8),
                arguments("{a: 1}", "JSON_SYNTAX", 1, 2),
                arguments("{'a': 1}", "JSON_SYNTAX", 1, 2),
                arguments("{\"a\" 1}", "JSON_SYNTAX", 1, 6),
                arguments("{\"a\": 1 \"b\": 2}", "JSON_SYNTAX", 1, 9),
                arguments("{\n\t\"a\": yes\n}", "JSON_SYNTAX", 2, 7),
                arguments("{\"a\": 01}", "JSON_SYNTAX", 1, 8),
                arguments("{\"a\": 1.}", "JSON_SYNTAX", 1, 8),
                arguments("{\"a\": +1}", "JSON_SYNTAX", 1, 8),
                arguments("{\"a\": NaN}", "JSON_SYNTAX", 1, 10),
                arguments("// x\n{}", "JSON_SYNTAX", 1, 1),
                arguments("# x\n{}", "JSON_SYNTAX", 1, 1),
                arguments("{\"a\": \"x\ny\"}", "JSON_SYNTAX", 1, 9),
                arguments("{\"a\": \"\\d\"}", "JSON_SYNTAX", 1, 9),
                arguments("{\"a\": [1}", "JSON_SYNTAX", 1, 9),
                arguments("{\"a\": [1", "JSON_SYNTAX", 1, 9),
                arguments("{\"😀\": x}", "JSON_SYNTAX", 1, 7),
                arguments("{\"a\": [\"\\uD800x\"]}", "CHARACTER_HALF", 1, 8),
                arguments("{\"\\uDC00\": 1}", "CHARACTER_HALF", 1, 9),
                arguments("{\"a\": {\"b\": 1,\n\"b\": 2}}", "DUPLICATE_KEY", 2, 1));
    }

    @ParameterizedTest
    @MethodSource("json")
    void saysWhereAndWhatIsWrongWithJson(String text, String code, int line, int column) {
        assertProblem(Reading.of("a.json", text).problem(), "a.json", code, line, column);
    }

    @Test
    void tellsBothPlacesAndThePathOfADuplicateKey() {
        Problem problem = Reading.of("a.yaml", "spec:\n  list:\n  - a: 1\n    b: 2\n    a: 3\n")
                .problem();

        assertThat(problem.path()).isEqualTo("spec.list[0].a");
        assertThat(problem.message())
                .isEqualTo("is written a second time, first on line 3, column 5, but must be written once");
        assertThat(problem.fix()).isEqualTo("remove one of the two");
    }

    @Test
    void goesOnAfterProblemsThatLeaveTheDocumentReadable() {
        Reading reading = Reading.of("a.yaml", "a: 1\na: 2\n<<: {x: 1}\nb: !foo 3\nc: 1\nc: 2\nd: 4\n");

        assertThat(reading.codes()).containsExactly("DUPLICATE_KEY", "MERGE_KEY", "TAG_UNKNOWN", "DUPLICATE_KEY");
        assertThat(reading.mapping().entries())
                .extracting(entry -> entry.key().text())
                .containsExactly("a", "b", "c", "d");
        assertThat(reading.scalar("a").text()).isEqualTo("1");
    }

    @Test
    void goesOnWithTheNextDocumentAfterASyntaxError() {
        Reading reading = Reading.of("a.yaml", "a: [1\n---\nb: 'x\n---\nc: 3\n---\nd: *x\n---\ne: 5\n");

        assertThat(reading.codes()).containsExactly("YAML_UNCLOSED", "YAML_UNCLOSED", "ALIAS_UNKNOWN");
        assertThat(reading.documents())
                .extracting(document -> document.root().line())
                .containsExactly(5, 9);
    }

    @Test
    void stopsAfterAHundredProblems() {
        Reading reading = Reading.of("a.yaml", "a: }\n---\n".repeat(1000));

        assertThat(reading.problems()).hasSize(Report.LIMIT + 1);
        assertThat(reading.problems().get(Report.LIMIT).code()).isEqualTo("TOO_MANY_PROBLEMS");
    }

    @Test
    void tellsTheByteThatIsNotUtf8() {
        byte[] bytes = "a: é\nb: x\n".getBytes(StandardCharsets.UTF_8);
        bytes[9] = (byte) 0xC3;
        Problem problem = Reading.of(new Source("a.yaml", bytes)).problem();

        assertProblem(problem, "a.yaml", "NOT_UTF8", 2, 4);
        assertThat(problem.message()).isEqualTo("has the byte 0xC3 at byte offset 9 but must be valid UTF-8");
    }

    @Test
    void reportsTextThatEndsInsideOfACharacter() {
        Problem problem = Reading.of(new Source("a.yaml", new byte[] {'a', ':', ' ', (byte) 0xC3}))
                .problem();

        assertProblem(problem, "a.yaml", "NOT_UTF8", 1, 4);
    }

    @Test
    void acceptsTheReplacementCharacterWhereItWasWritten() {
        assertThat(Reading.of("a.yaml", "a: \uFFFD").scalar("a").text()).isEqualTo("\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.yaml"})
    void acceptsBothHalvesOfACharacter(String name) {
        assertThat(Reading.of(name, "{\"a\": \"\\uD83D\\uDE00\"}").scalar("a").text())
                .isEqualTo("\uD83D\uDE00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM"})
    void saysHowToSaveUtf16(String charset) {
        Problem problem = Reading.of(new Source("a.yaml", "a: 1".getBytes(Charset.forName(charset))))
                .problem();

        assertProblem(problem, "a.yaml", "NOT_UTF8", 1, 1);
        assertThat(problem.message()).isEqualTo("is encoded as UTF-16 but must be UTF-8");
    }

    private static void assertProblem(Problem problem, String file, String code, int line, int column) {
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.location())
                .extracting("file", "line", "column")
                .as(problem.toString())
                .containsExactly(file, line, column);
        assertThat(problem.message())
                .doesNotContain(
                        "\n", "is not YAML", "is not JSON:", "Unexpected", "expected ", "<block", "<scalar", "token")
                .doesNotEndWith(".");
        assertThat(problem.fix()).isNotBlank().doesNotContain("\n");
    }
}
