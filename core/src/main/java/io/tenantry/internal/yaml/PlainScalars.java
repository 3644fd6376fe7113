package io.tenantry.internal.yaml;

import static io.tenantry.internal.yaml.Characters.FIRST;
import static io.tenantry.internal.yaml.Characters.INSIDE;
import static io.tenantry.internal.yaml.Characters.NUMERIC;

/**
 * Texts that may be written without quotes: those that every YAML 1.1 and 1.2 parser reads as this string.
 *
 * <pre>{@code
 * PlainScalars.allows("64Gi")   // true
 * PlainScalars.allows("no")     // false: a boolean in YAML 1.1
 * PlainScalars.allows("12:30")  // false: 750 in YAML 1.1
 * }</pre>
 *
 * <p>Strict on purpose: a text that only might be misread, such as {@code 10.0.0.1}, is quoted too.
 */
final class PlainScalars {

    private static final int LONGEST_WORD = "false".length();

    private PlainScalars() {}

    static boolean allows(String text) {
        int length = text.length();
        if (length == 0 || !allowsInside(text, length)) {
            return false;
        }
        char first = text.charAt(0);
        if (Characters.is(first, FIRST)) {
            return length > LONGEST_WORD || !isWord(text, length);
        }
        if (first >= '0' && first <= '9') {
            return !isNumeric(text, length);
        }
        return first == '-' && isOption(text, length);
    }

    /** Whether all characters but the first can stand in a plain scalar where they stand. */
    private static boolean allowsInside(String text, int length) {
        for (int i = 1; i < length; i++) {
            char c = text.charAt(i);
            if (!Characters.is(c, INSIDE) && !allowsHere(text, length, c, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowsHere(String text, int length, char c, int i) {
        return switch (c) {
            case ' ' -> i + 1 < length && text.charAt(i + 1) != '#';
            case '#' -> true;
            case ':' -> i + 1 < length && text.charAt(i + 1) != ' ';
            default -> false;
        };
    }

    /** Whether a text is a boolean or a null, in any mixture of upper and lower case. */
    private static boolean isWord(String text, int length) {
        return switch (length) {
            case 1 -> isOneOf(text, "y", "n");
            case 2 -> isOneOf(text, "no", "on");
            case 3 -> isOneOf(text, "yes", "off");
            case 4 -> isOneOf(text, "true", "null");
            default -> text.equalsIgnoreCase("false");
        };
    }

    private static boolean isOneOf(String text, String one, String other) {
        return text.equalsIgnoreCase(one) || text.equalsIgnoreCase(other);
    }

    private static boolean isNumeric(String text, int length) {
        for (int i = 1; i < length; i++) {
            if (!Characters.is(text.charAt(i), NUMERIC)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is like the options {@code -v} and {@code --verbose}, as containers get them. */
    private static boolean isOption(String text, int length) {
        int name = length > 1 && text.charAt(1) == '-' ? 2 : 1;
        if (name >= length) {
            return false;
        }
        char c = text.charAt(name);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
