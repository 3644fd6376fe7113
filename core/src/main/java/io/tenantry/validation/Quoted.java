package io.tenantry.validation;

/**
 * What a user wrote, as a message may show it: in quotes, on one line, at most 64 characters.
 *
 * <pre>{@code
 * Quoted.of("banana\n")   // "banana?"
 * }</pre>
 */
public final class Quoted {

    private static final int LONGEST = 64;

    private Quoted() {}

    /** The text in quotes; what a terminal would act on becomes {@code ?}, what is longer ends in {@code …}. */
    public static String of(String text) {
        return "\"" + printable(text, LONGEST) + "\"";
    }

    /** The text without what a terminal would act on, at most so many characters of it. */
    static String printable(String text, int longest) {
        var shown = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(point -> isPrintable(point) ? point : '?')
                .forEach(shown::appendCodePoint);
        return shown.append(text.codePointCount(0, text.length()) > longest ? "…" : "")
                .toString();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
