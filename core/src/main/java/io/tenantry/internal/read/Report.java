package io.tenantry.internal.read;

import io.tenantry.validation.Location;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.function.Consumer;

/** The problems of one source. After {@value #LIMIT} of them it is full, and reading that source ends. */
final class Report {
    static final int LIMIT = 100;
    private static final int QUOTED = 60;
    private static final int SENTENCE = 300;

    private final SourceText text;
    private final Consumer<Problem> problems;
    private int count;

    Report(SourceText text, Consumer<Problem> problems) {
        this.text = text;
        this.problems = problems;
    }

    SourceText text() {
        return text;
    }

    /** How many problems there are so far. */
    int count() {
        return count;
    }

    boolean isFull() {
        return count >= LIMIT;
    }

    /** Adds a problem of the source as a whole, which shows none of its text. */
    void error(String code, String message, String fix) {
        add(Location.of(text.source().name(), 1, 1, "", ""), "", code, message, fix);
    }

    /** Adds a problem at a place that no path names. */
    void error(int line, int column, String code, String message, String fix) {
        error(line, column, "", code, message, fix);
    }

    void error(int line, int column, String path, String code, String message, String fix) {
        if (isFull()) {
            return;
        }
        add(text.at(line, column), path, code, message, fix);
        if (isFull()) {
            add(
                    text.at(line, column),
                    "",
                    "TOO_MANY_PROBLEMS",
                    "has " + LIMIT + " problems or more, but only so many are shown",
                    "repair these first");
        }
    }

    /** A piece of input to stand in a message: in quotes, on one line, shortened. */
    static String quoted(String input) {
        return "'" + shortened(input) + "'";
    }

    /** The first line of a parser's own words. */
    static String sentence(String words) {
        return shortened(words.lines().findFirst().orElse("no further explanation"), SENTENCE);
    }

    /** A piece of input on one line, at most {@value #QUOTED} characters of it. */
    static String shortened(String input) {
        return shortened(input, QUOTED);
    }

    private static String shortened(String input, int longest) {
        int end = input.length() <= longest ? input.length() : input.offsetByCodePoints(0, longest / 2);
        StringBuilder shortened = new StringBuilder();
        for (int i = 0; i < end; i++) {
            char character = input.charAt(i);
            shortened.append(Character.isISOControl(character) ? ' ' : character);
        }
        return end < input.length() ? shortened.append('…').toString() : shortened.toString();
    }

    private void add(Location location, String path, String code, String message, String fix) {
        count++;
        problems.accept(new Problem(Severity.ERROR, code, message, fix, location, path, null));
    }
}
