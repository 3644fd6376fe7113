package io.tenantry.internal.read;

/**
 * A scalar as its author wrote it: {@code 1e3}, {@code no} and {@code 0o17} stay these texts.
 *
 * @param text the source text after unescaping and folding
 * @param plain whether it was written without quotes (in JSON: a number, true, false or null)
 */
public record ScalarNode(int line, int column, String text, boolean plain) implements Node {
    /** Whether this is YAML's null: {@code null}, {@code Null}, {@code NULL}, {@code ~} or nothing at all, unquoted. */
    public boolean isNull() {
        return plain
                && switch (text) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
    }

    /** Whether no surrogate in the text lacks its other half, which only an escape can bring about. */
    boolean isWhole() {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
