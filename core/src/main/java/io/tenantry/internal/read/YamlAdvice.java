package io.tenantry.internal.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain words for what SnakeYAML Engine says about wrong YAML. */
final class YamlAdvice {
    static final String QUOTE = "put quotes around the whole value";

    private static final List<Advice> ADVICE = List.of(
            new Advice(
                    "found unexpected end of stream",
                    "YAML_UNCLOSED",
                    true,
                    "opens a quoted text that never ends, but it must be closed",
                    "add the closing quote"),
            new Advice(
                    "found unexpected document separator",
                    "YAML_UNCLOSED",
                    true,
                    "opens a quoted text that does not end before the document does, but it must be closed",
                    "add the closing quote"),
            new Advice(
                    "but got <stream end>",
                    "YAML_UNCLOSED",
                    true,
                    "opens a bracket that never ends, but it must be closed",
                    "add the closing bracket"),
            new Advice(
                    "could not find expected ':'",
                    "YAML_SYNTAX",
                    true,
                    "is text that stands alone, where a key and a ':' must be",
                    "write it as 'key: value', or indent it if it belongs to the value above"),
            new Advice(
                    "sequence entries are not allowed here",
                    "YAML_SYNTAX",
                    false,
                    "begins a list in the middle of a line, but a list item must begin its own line",
                    "start the list on the next line"),
            new Advice(
                    "mapping keys are not allowed here",
                    "YAML_SYNTAX",
                    false,
                    "begins a key with '?' where none can stand, but a key must be plain",
                    "write 'key: value', or put quotes around the text"),
            new Advice(
                    "while scanning a tag",
                    "TAG_UNKNOWN",
                    false,
                    "is not a tag, and a value must be written without one",
                    "remove the tag, or put quotes around text that begins with '!'"),
            new Advice(
                    "before directives",
                    "YAML_SYNTAX",
                    false,
                    "begins with '%', like a directive, where a document must end first",
                    "write a line '...' before it, or put quotes around text that begins with '%'"),
            new Advice(
                    "escape",
                    "YAML_SYNTAX",
                    false,
                    "is not an escape that double quotes know, such as \\n or \\\"",
                    "write \\\\ for a backslash, or use single quotes"),
            new Advice(
                    "found undefined tag handle",
                    "TAG_UNKNOWN",
                    true,
                    "has a tag but must be written without it",
                    "remove the tag, or put quotes around text that begins with '!'"),
            new Advice(
                    "that cannot start any token",
                    "YAML_UNQUOTED",
                    false,
                    "begins with a character that no unquoted value may begin with",
                    QUOTE),
            new Advice(
                    "expected alphabetic or numeric character",
                    "YAML_UNQUOTED",
                    true,
                    "begins with '&', '*' or '%', which no unquoted value may begin with",
                    QUOTE),
            new Advice(
                    "unexpected character found",
                    "YAML_UNQUOTED",
                    true,
                    "begins with '&' or '*', which no unquoted value may begin with",
                    QUOTE),
            new Advice(
                    "expected the node content",
                    "YAML_SYNTAX",
                    false,
                    "stands where a value must be",
                    "write the value, or put quotes around text that contains brackets or commas"),
            new Advice(
                    "expected '<document start>'",
                    "YAML_SYNTAX",
                    false,
                    "follows the end of the document's value, but a document must be one value",
                    "write it inside of that value, or begin a new document with a line '---'"),
            new Advice(
                    "indentation indicator",
                    "YAML_SYNTAX",
                    false,
                    "follows '|' or '>' on the same line, but the text must begin on the next line",
                    "move it to the next line, indented"),
            new Advice(
                    "expected a comment or a line break",
                    "YAML_SYNTAX",
                    false,
                    "follows '|' or '>' on the same line, but the text must begin on the next line",
                    "move it to the next line, indented"),
            new Advice(
                    "leading empty lines contain more spaces",
                    "YAML_INDENTATION",
                    false,
                    "is indented less than an empty line above it in the same text, but must not be",
                    "remove the spaces of the empty line"));

    private YamlAdvice() {}

    static @Nullable Advice on(String problem) {
        return Advice.on(problem, ADVICE);
    }
}
