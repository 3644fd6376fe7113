package io.tenantry.internal.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts that some YAML parser takes for something else when they are not quoted, or cannot read at all. */
final class NastyScalars {

    private static final String[] WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"};

    private static final String[] NUMBERS = """
            0 -0 +1 1 -17 123456789012345678901234567890 0o17 0O17 0123 0x1F 0X1f -0xa 0b101 0B1 1_000 _1
            1__0 0_7 12:30 190:20:30 190:20:30.15 -1:30 +12:30:45 1:2 1. .5 -.5 +.5 1.5 1e3 1E3 1e+3 1.0E-5
            6.8523015e+5 685_230.15 1,000 .1e1 .inf .Inf .INF -.inf +.inf .nan .NaN .NAN inf NaN Infinity
            1.2.3 10.0.0.1 0.0 00 09 0x 0o 1e e1 1k 1d 1f 1L 0777 8_ 1e400
            """.split("\\s+");

    private static final String[] TIMES = """
            2001-01-01 2001-1-1 2001-12-14t21:59:43.10-05:00 2001-12-14T21:59:43Z 20011214 12-30 1-2-3
            """.split("\\s+");

    private static final String[] INDICATORS = """
            - -- --- ---a -a --a ... ...a ? ?a : :a , ,a [ ] [a] { } {} [] # #a a#b & &a * *a ! !a | |a >
            >a >- ' 'a' a'b % %a @ @a ` `a` = =a << < <a a:b a: :: a::b a,b a[b] a{b}
            http://a.b:80/c?d=e&f=g#h $(A) ${A} / ( ) ^a ; _ -1a ~a +a .a . .. a. *.example.com oidc:team
            system:serviceaccount:a:b
            """.split("\\s+");

    private static final String[] MORE_INDICATORS = {
        "2001-12-14 21:59:43.10 -5",
        "2001-12-15 2:59:43.10",
        "",
        " ",
        "  ",
        "--- a",
        "- a",
        "---\n",
        "... a",
        "? a",
        ": a",
        "{a: b}",
        "a #b",
        "a# b",
        "!!str a",
        "|\n",
        "\"",
        "\"a\"",
        "a\"b",
        "%YAML 1.1",
        "a: b",
        "a: ",
        "a :",
        "a : b",
        "a, b",
        "\\",
        "\\n",
        "a\\b",
        "- ",
        "-\t",
        "key: |",
        "key: >",
        "!include x",
        "a - b",
        "a ? b"
    };

    private static final String[] SPACES = {
        " a",
        "a ",
        "  a  ",
        "a  b",
        "\t",
        "\ta",
        "a\t",
        "a\tb",
        "a \t b",
        "\n",
        "\n\n",
        " \n",
        "\n ",
        "a\n",
        "a\n\n",
        "a\n\n\n",
        "\na",
        "\n\na\n",
        "a\nb",
        "a\nb\n",
        "a\n\nb",
        " a\nb",
        "a\n b",
        "a\n  b\n c\n",
        "a \nb",
        "a\n \nb",
        "a\n\tb",
        "\ta\nb",
        "a\t\nb",
        "a\nb ",
        "a\nb\t",
        "a\nb\n ",
        "a\r\nb",
        "a\rb",
        "\r",
        "a\r",
        "a\n\r",
        "# a\nb\n",
        "a\n# b\n",
        "a\n---\nb\n",
        "---\na\n",
        "...\na\n",
        "- a\n- b\n",
        "a: b\nc: d\n",
        "key: |\n  text\n",
        "\"a\nb\"",
        "a\n...\n",
        "%a\nb\n",
        "a\\\nb",
        "&a\n*a\n",
        "[\n]\n",
        "é\nü\n",
        "a\u0085\nb",
        "a\u2028\nb",
        "a\u00a0\nb"
    };

    private static final String[] CHARACTERS = {
        "\0",
        "a\0",
        "\u0001",
        "\u0007",
        "\b",
        "\u000b",
        "\f",
        "\u001b",
        "\u001f",
        "\u007f",
        "\u0080",
        "\u0085",
        "a\u0085",
        "\u009f",
        "\u00a0",
        "a\u00a0b",
        "\u00ad",
        "\u00e9",
        "Zürich",
        "Привет",
        "日本語",
        "\u061c",
        "\u1680",
        "\u180e",
        "\u2000",
        "\u200b",
        "\u200e",
        "\u2028",
        "a\u2028b",
        "\u2029",
        "\u202e",
        "\u205f",
        "\u2060",
        "\u3000",
        "\ud7ff",
        "\ue000",
        "\uf8ff",
        "\uf900",
        "\ufeff",
        "\ufeffa",
        "a\ufeff",
        "\ufffd",
        "\ufffe",
        "\uffff",
        "😀",
        "a😀b",
        "\ud83d",
        "\ude00",
        "\ude00\ud83d",
        "a\ud83d",
        "\ud83da",
        "\ud83d\ud83d\ude00",
        "€",
        "é: ü",
        "é #",
        "éa ",
        "ａ"
    };

    private NastyScalars() {}

    /** All of them, each once, in a fixed order. */
    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String word : WORDS) {
            all.addAll(List.of(
                    word,
                    word.toUpperCase(Locale.ROOT),
                    word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1),
                    word + "\n",
                    word + " a",
                    word + "a",
                    "-" + word));
        }
        for (String[] table : List.of(NUMBERS, TIMES, INDICATORS, MORE_INDICATORS, SPACES, CHARACTERS)) {
            all.addAll(List.of(table));
        }
        all.add("a".repeat(1023));
        all.add("\u0001".repeat(170));
        all.add("a".repeat(1025));
        all.add("\u0001".repeat(171));
        all.add("a b".repeat(20_000));
        all.add("\u0001".repeat(5_000));
        all.add("é".repeat(10_000));
        all.add("a: b ".repeat(10_000));
        all.add("a line\n".repeat(10_000));
        return all.stream().distinct().toList();
    }
}
