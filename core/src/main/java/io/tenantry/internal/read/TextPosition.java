package io.tenantry.internal.read;

/** A position that moves forward through a text, counting lines and columns as YAML does. */
final class TextPosition {
    private final String text;
    private int index;
    private int line = 1;
    private int column = 1;

    TextPosition(String text) {
        this.text = text;
    }

    /** Moves to an index of the text; does nothing where that lies behind. */
    void advance(long target) {
        while (index < target && index < text.length()) {
            char character = text.charAt(index++);
            if (isLineEnd(character)) {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(character)) {
                column++;
            }
        }
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    private boolean isLineEnd(char character) {
        return character == '\n' || (character == '\r' && index < text.length() && text.charAt(index) != '\n');
    }
}
