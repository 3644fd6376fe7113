package io.tenantry.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.validation.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    @Test
    void keepsTheOrderAndThePositionOfEverything() {
        MappingNode root =
                Reading.of("a.yaml", "b: 1\na:\n  - x\n  - {k: 'v'}\n").mapping();

        assertThat(root.entries()).extracting(entry -> entry.key().text()).containsExactly("b", "a");
        SequenceNode list = (SequenceNode) root.get("a").orElseThrow();
        assertThat(list).extracting(Node::line, Node::column).containsExactly(3, 3);
        assertThat(list.items()).extracting(Node::line).containsExactly(3, 4);
        assertThat(list.items()).extracting(Node::column).containsExactly(5, 5);
    }

    @Test
    void countsColumnsInCodePoints() {
        assertThat(Reading.of("a.yaml", "😀: x").scalar("😀").column()).isEqualTo(4);
        assertThat(Reading.of("a.json", "{\"😀\": \"x\"}").scalar("😀").column())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "1e3", "0o17", "12:30", "2024-01-01", "1e400", "0x1F", ".inf", "1_000", "007"})
    void leavesTheMeaningOfAScalarToTheSchema(String text) {
        ScalarNode scalar = Reading.of("a.yaml", "a: " + text).scalar("a");

        assertThat(scalar.text()).isEqualTo(text);
        assertThat(scalar.plain()).isTrue();
        assertThat(scalar.isNull()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL", "!!null null"})
    void knowsNullOnlyWithoutQuotes(String text) {
        assertThat(Reading.of("a.yaml", "a: " + text).scalar("a").isNull()).isTrue();
        assertThat(Reading.of("a.yaml", "a: '" + text + "'").scalar("a").isNull())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'it''s'     | it's",
                "\"\\x41\\t\"| `A\t`",
                "!!str 5     | 5",
                "! 5         | 5",
            })
    void readsQuotedTextAsText(String written, String text) {
        ScalarNode scalar = Reading.of("a.yaml", "a: " + written).scalar("a");

        assertThat(scalar.text()).isEqualTo(text);
        assertThat(scalar.plain()).isFalse();
    }

    @Test
    void readsBlockTextAsText() {
        assertThat(Reading.of("a.yaml", "a: |\n  x\n  y\n").scalar("a"))
                .isEqualTo(new ScalarNode(1, 4, "x\ny\n", false));
    }

    @Test
    void acceptsTagsThatSayNothingNew() {
        Reading reading = Reading.of("a.yaml", "a: !!int 5\nb: !!map {}\nc: !!seq []\nd: !!bool true\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.scalar("a").plain()).isTrue();
    }

    @Test
    void findsKeysInSmallAndInLargeMappings() {
        for (int size : new int[] {1, 12, 13, 500}) {
            String text =
                    IntStream.range(0, size).mapToObj(i -> "k" + i + ": " + i).collect(Collectors.joining("\n"));
            MappingNode mapping = Reading.of("a.yaml", text).mapping();

            MappingNode copy = MappingNode.of(1, 1, mapping.entries());

            for (MappingNode each : List.of(mapping, copy)) {
                assertThat(each.entries()).hasSize(size);
                assertThat(each.get("k" + (size - 1)).map(node -> ((ScalarNode) node).text()))
                        .contains(String.valueOf(size - 1));
                assertThat(each.get("other")).isEqualTo(Optional.empty());
            }
        }
    }

    @Test
    void sharesTheNodeOfAnAnchorWithItsAliases() {
        MappingNode root = Reading.of("a.yaml", "a: &x {k: 1}\nb: *x\n").mapping();

        assertThat(root.get("b").orElseThrow()).isSameAs(root.get("a").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "'a: 1\n---\nb: 2\n', 2",
        "'---\n---\na: 1\n---\n# end\n---\n', 1",
        "'a: 1\n...\n---\nb: 2\n...\n', 2",
        "'a: 1\n...\nb: 2\n', 2",
        "'%YAML 1.2\n---\na: 1\n...\n%YAML 1.1 # old\n---\nb: 2', 2",
        "'a: |\n  ---\n  x\n---\nb: 2', 2",
        "'a: x\r\n---\r\nb: 2\r\n', 2",
        "'--- {a: 1}\n--- [b]\n--- c\n', 3",
    })
    void readsEveryDocumentOfASource(String text, int count) {
        Reading reading = Reading.of("a.yaml", text);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.documents()).hasSize(count);
    }

    @Test
    void countsLinesThroughAllDocuments() {
        Reading reading = Reading.of("a.yaml", "# one\r\na: 1\r\n---\r\n\r\nb: 2\r\n");

        assertThat(reading.documents())
                .extracting(document -> document.root().line())
                .containsExactly(2, 5);
    }

    @Test
    void takesACarriageReturnAtTheEndOfADocumentForALineEnd() {
        Reading reading = Reading.of("a.yaml", "? a\r...\rb: 1\r");

        assertThat(reading.scalar("a")).isEqualTo(new ScalarNode(2, 1, "", true));
        assertThat(reading.documents()).hasSize(2);
    }

    @Test
    void locatesNodesWithTheTextOfTheirLine() {
        Document document =
                Reading.of("a.yaml", "a: 1\nb:  two # x\n").documents().get(0);
        Node two = ((MappingNode) document.root()).get("b").orElseThrow();

        assertThat(document.locate(two)).isEqualTo(new Location("a.yaml", 2, 5, "b:  two # x"));
        assertThat(document.source().name()).isEqualTo("a.yaml");
    }

    @Test
    void readsJsonWithTabsByItsNameOrByItsLook() {
        String json = "{\n\t\"a\": 1.50,\n\t\"b\": [true, null, \"x\"]\n}\n";
        for (String name : new String[] {"a.json", "A.JSON", "stdin"}) {
            Reading reading = Reading.of(name, json);

            assertThat(reading.problems()).isEmpty();
            assertThat(reading.scalar("a")).isEqualTo(new ScalarNode(2, 7, "1.50", true));
            SequenceNode list = (SequenceNode) reading.mapping().get("b").orElseThrow();
            assertThat(list.items())
                    .containsExactly(
                            new ScalarNode(3, 8, "true", true),
                            new ScalarNode(3, 14, "null", true),
                            new ScalarNode(3, 20, "x", false));
        }
    }

    @Test
    void readsFlowYamlWithTabsAsYaml() {
        assertThat(Reading.of("a.yaml", "{\n\ta: b\n}").scalar("a").text()).isEqualTo("b");
    }

    @Test
    void readsSeveralJsonValuesInARow() {
        assertThat(Reading.of("a.json", "{\"a\": 1}\n{\"a\": 2}\n").documents()).hasSize(2);
    }

    @Test
    void acceptsAByteOrderMarkOfUtf8() {
        assertThat(Reading.of("a.yaml", "\uFEFFa: 1").scalar("a")).isEqualTo(new ScalarNode(1, 4, "1", true));
        assertThat(Reading.of("a.json", "\uFEFF{\"a\": 1}").scalar("a")).isEqualTo(new ScalarNode(1, 7, "1", true));
    }
}
