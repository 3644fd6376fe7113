package io.tenantry.internal.yaml;

import static io.tenantry.internal.yaml.Characters.QUOTABLE;

/**
 * Texts in double quotes, as JSON writes them; every YAML parser reads them the same way. What cannot be seen is
 * escaped. A lone surrogate, which no UTF-8 can hold, is escaped as well ({@code "\uD800"}).
 */
final class QuotedScalars {

    private static final String HEX = "0123456789ABCDEF";

    private QuotedScalars() {}

    static void write(String text, YamlSink sink) {
        sink.put('"');
        int length = text.length();
        int from = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!Characters.is(c, QUOTABLE)) {
                sink.put(text, from, i);
                i = escape(text, i, sink);
                from = i + 1;
            }
        }
        sink.put(text, from, length);
        sink.put('"');
    }

    /** Writes the escape of the character at an index and returns the index of its last part. */
    private static int escape(String text, int index, YamlSink sink) {
        char c = text.charAt(index);
        sink.put('\\');
        switch (c) {
            case '"', '\\' -> sink.put(c);
            case '\n' -> sink.put('n');
            case '\r' -> sink.put('r');
            case '\t' -> sink.put('t');
            default -> {
                int codePoint = text.codePointAt(index);
                boolean pair = codePoint > 0xFFFF;
                sink.put(pair ? 'U' : 'u');
                for (int shift = pair ? 28 : 12; shift >= 0; shift -= 4) {
                    sink.put(HEX.charAt((codePoint >> shift) & 0xF));
                }
                return pair ? index + 1 : index;
            }
        }
        return index;
    }
}
