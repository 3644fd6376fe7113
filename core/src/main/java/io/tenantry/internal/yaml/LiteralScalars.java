package io.tenantry.internal.yaml;

import static io.tenantry.internal.yaml.Characters.INSIDE;

/**
 * Texts of several lines in literal style, which shows them as they are:
 *
 * <pre>{@code
 * data: |
 *   first line
 *   second line
 * }</pre>
 */
final class LiteralScalars {

    private LiteralScalars() {}

    /**
     * Whether literal style gives back exactly this text and shows all of it: at least one line end, a first line
     * that needs no indentation indicator, no character that YAML would change or that cannot be seen.
     */
    static boolean allows(String text) {
        int length = text.length();
        if (text.indexOf('\n') < 1 || text.charAt(0) == ' ' || text.charAt(0) == '\t') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!Characters.is(c, INSIDE) && !allowsHere(text, length, c, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowsHere(String text, int length, char c, int i) {
        return switch (c) {
            case '\n', ':', '#' -> true;
            case ' ', '\t' -> i + 1 < length && text.charAt(i + 1) != '\n';
            default -> false;
        };
    }

    /** Writes the header and the lines, indented by so many columns, with the last line end. */
    static void write(String text, int indent, YamlSink sink) {
        int length = text.length();
        int end = length;
        while (text.charAt(end - 1) == '\n') {
            end--;
        }
        sink.put('|');
        if (end == length) {
            sink.put('-');
        } else if (end + 1 < length) {
            sink.put('+');
        }
        sink.put('\n');
        for (int from = 0; from < end; ) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? end : newline;
            if (from < to) {
                sink.indent(indent);
                sink.put(text, from, to);
            }
            sink.put('\n');
            from = to + 1;
        }
        for (int i = end + 1; i < length; i++) {
            sink.put('\n');
        }
    }
}
