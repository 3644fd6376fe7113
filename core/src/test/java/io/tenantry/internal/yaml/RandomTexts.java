package io.tenantry.internal.yaml;

import java.util.List;
import java.util.Random;

/** Texts that are likely to be trouble: made of what has a meaning in YAML, of nasty texts and of any characters. */
final class RandomTexts {

    private static final List<String> NASTY =
            NastyScalars.all().stream().filter(text -> text.length() < 100).toList();
    private static final String MEANINGFUL = "-?:,[]{}#&*!|>'\"%@`=<~ \t\n\r.+_/\\0123456789eExo:yYnNaTZ é\u0085\u2028";

    private RandomTexts() {}

    static String next(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        switch (random.nextInt(4)) {
            case 0 -> random.ints(length, 0, MEANINGFUL.length()).forEach(i -> text.append(MEANINGFUL.charAt(i)));
            case 1 -> random.ints(length, 0, 0x10000).forEach(c -> text.append((char) c));
            case 2 -> random.ints(length, ' ', 127).forEach(c -> text.append((char) c));
            default -> random.ints(1 + length / 4, 0, NASTY.size()).forEach(i -> text.append(NASTY.get(i)));
        }
        return text.toString();
    }
}
