package io.tenantry.validation;

/**
 * A place in an input, such as {@code tenants.yaml:12:5}, with the text to show above a caret.
 *
 * <p>Lines and columns are 1-based; columns count code points. The text is that line without its line end. A line too
 * long to show is shortened around the column, so a caret belongs under {@link #caret()}, not under the column.
 */
public record Location(String file, int line, int column, String text) {
    private static final int LINE_START_SHOWN = 120;
    private static final int BEFORE_CARET = 79;
    private static final int SHOWN = 160;

    /**
     * A place on a line, given as the text before its column and the text from there on.
     *
     * <p>Control characters, which could steer a terminal, are shown as U+FFFD, and a tab as one space, so that the
     * caret stands right.
     *
     * @param before at least the last 120 characters before the column, or all of them
     * @param after at least the 160 characters from the column on, or all of them
     */
    public static Location of(String file, int line, int column, String before, String after) {
        boolean whole = column <= LINE_START_SHOWN;
        String head = whole ? before : "…" + last(BEFORE_CARET, before);
        int room = SHOWN - head.codePointCount(0, head.length());
        String tail = first(room, after);
        String text = head + tail + (tail.length() < after.length() ? "…" : "");
        return new Location(file, line, column, printable(text));
    }

    /** The 1-based position in {@link #text()} of the character at the column, in code points. */
    public int caret() {
        return column <= LINE_START_SHOWN ? column : BEFORE_CARET + 2;
    }

    /** {@code tenants.yaml:12:5}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }

    private static String last(int count, String text) {
        int length = text.codePointCount(0, text.length());
        return text.substring(text.offsetByCodePoints(0, Math.max(0, length - count)));
    }

    private static String first(int count, String text) {
        int length = text.codePointCount(0, text.length());
        return text.substring(0, text.offsetByCodePoints(0, Math.min(count, length)));
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\t') {
                printable.append(' ');
            } else {
                printable.append(Character.isISOControl(character) ? '\uFFFD' : character);
            }
        }
        return printable.toString();
    }
}
