package io.tenantry.internal.yaml;

/**
 * The classes of characters, as one look-up per character.
 *
 * <p>Fixed ranges instead of {@link Character#getType(int)}: a JDK with a newer Unicode version must not change the
 * bytes that are written.
 */
final class Characters {

    /** May stand anywhere in a plain scalar after its first character. */
    static final byte INSIDE = 1;
    /** May begin a plain scalar whatever follows. */
    static final byte FIRST = 2;
    /** May occur in something that a YAML 1.1 or 1.2 parser takes for a number, a date or a time. */
    static final byte NUMERIC = 4;
    /** Needs no escape between double quotes. */
    static final byte QUOTABLE = 8;

    private static final byte[] ASCII = ascii();

    private Characters() {}

    private static byte[] ascii() {
        byte[] classes = new byte[128];
        for (char c = ' '; c < 127; c++) {
            classes[c] = QUOTABLE | INSIDE;
        }
        remove(classes, "\"\\", QUOTABLE);
        remove(classes, " :#", INSIDE);
        for (char c = 'a'; c <= 'z'; c++) {
            classes[c] |= FIRST;
            classes[c - 'a' + 'A'] |= FIRST;
        }
        add(classes, "_/$()^;\\", FIRST);
        add(classes, "0123456789abcdefABCDEFxXoOtTzZ_.,:+- ", NUMERIC);
        return classes;
    }

    private static void add(byte[] classes, String characters, byte flag) {
        for (int i = 0; i < characters.length(); i++) {
            classes[characters.charAt(i)] |= flag;
        }
    }

    private static void remove(byte[] classes, String characters, byte flag) {
        for (int i = 0; i < characters.length(); i++) {
            classes[characters.charAt(i)] &= (byte) ~flag;
        }
    }

    static boolean is(char c, byte flag) {
        return c < 128 ? (ASCII[c] & flag) != 0 : flag != NUMERIC && visible(c);
    }

    /**
     * Whether a character from U+0080 on may be written as itself: what YAML calls printable, without line and
     * paragraph separators, other spaces, invisible and direction-changing characters, private use, surrogates.
     */
    private static boolean visible(char c) {
        if (c < 0x2010) {
            return c > 0xA0 && c < 0x2000 && c != 0xAD && c != 0x61C && c != 0x1680 && c != 0x180E;
        }
        if (c < 0x2070) {
            return c < 0x2028 || (c > 0x202F && c < 0x205F);
        }
        return c < 0xD800 ? c != 0x3000 : c >= 0xF900 && c < 0xFFF0 && c != 0xFEFF;
    }
}
