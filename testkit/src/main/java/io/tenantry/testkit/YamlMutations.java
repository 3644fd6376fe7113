package io.tenantry.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Broken copies of texts, for proving that no input ends in anything but objects or problems.
 *
 * <pre>{@code
 * YamlMutations mutations = new YamlMutations(42);
 * byte[] broken = mutations.of(text.getBytes(UTF_8));
 * }</pre>
 *
 * <p>The same copies for the same seed and the same texts. Some are still valid; some are no UTF-8. A copy is at most
 * 2,000 bytes longer than its text. Not for use by several threads.
 */
public final class YamlMutations {
    private static final List<String> TOKENS = List.of(
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\t",
            "{",
            "}",
            "[",
            "]",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "!x ",
            "? ",
            "|",
            ">-\n",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "\"",
            "'",
            "\\",
            "\\e",
            "~",
            "null",
            "no",
            "1e400",
            "-1",
            "0o17",
            "12:30",
            "banana",
            "1Ti",
            "{}",
            "[]",
            "\0",
            "\u0007",
            "\ufeff",
            "\u2028",
            "💥",
            "é",
            "<<: *a",
            "kind: Tenant",
            "spec:",
            "namespaces:\n  - ",
            "[[[[[[[[",
            "{a: {a: {a: ",
            "99999999999999999999999",
            ",",
            "@",
            "`");

    private final Random random;

    public YamlMutations(long seed) {
        random = new Random(seed);
    }

    /** The text with one to five changes; the text itself stays as it is. */
    public byte[] of(byte[] text) {
        var mutated = text;
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            mutated = changed(mutated);
        }
        return mutated;
    }

    private byte[] changed(byte[] text) {
        int at = random.nextInt(text.length + 1);
        int to = Math.min(text.length, at + random.nextInt(random.nextInt(10) == 0 ? 200 : 12));
        return switch (random.nextInt(7)) {
            case 0 -> spliced(text, at, to, new byte[0]);
            case 1 -> spliced(text, at, at, token());
            case 2 -> spliced(text, at, to, token());
            case 3 -> spliced(text, at, at, Arrays.copyOfRange(text, at, to));
            case 4 -> spliced(text, at, Math.min(text.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 5 -> spliced(text, at, at, piece(text));
            default -> line(text, at);
        };
    }

    private byte[] token() {
        var token = TOKENS.get(random.nextInt(TOKENS.size()));
        int times = random.nextInt(20) == 0 ? 20 : 1;
        return token.repeat(times).getBytes(StandardCharsets.UTF_8);
    }

    /** Up to 60 bytes from elsewhere. */
    private byte[] piece(byte[] text) {
        int from = random.nextInt(text.length + 1);
        return Arrays.copyOfRange(text, from, Math.min(text.length, from + random.nextInt(60)));
    }

    /** The text with the spaces before the line around a place changed. */
    private byte[] line(byte[] text, int at) {
        int start = at;
        while (start > 0 && text[start - 1] != '\n') {
            start--;
        }
        int end = start;
        while (end < text.length && text[end] == ' ') {
            end++;
        }
        return spliced(text, start, end, " ".repeat(random.nextInt(8)).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] spliced(byte[] text, int from, int to, byte[] between) {
        var spliced = new byte[text.length - (to - from) + between.length];
        System.arraycopy(text, 0, spliced, 0, from);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(text, to, spliced, from + between.length, text.length - to);
        return spliced;
    }
}
