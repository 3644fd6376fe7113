package io.tenantry.internal.read;

import io.tenantry.internal.read.YamlChunks.Chunk;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The parser's complaints about one chunk, told in plain words and at the place that must be repaired. */
final class YamlSyntax {
    private final Chunk chunk;
    private final Report report;

    YamlSyntax(Chunk chunk, Report report) {
        this.chunk = chunk;
        this.report = report;
    }

    void report(MarkedYamlEngineException complaint) {
        String problem = complaint.getContext() + ": " + complaint.getProblem();
        Mark place = complaint.getProblemMark().orElse(null);
        if (place == null) {
            reportNear(null);
        } else {
            report(problem, place, complaint.getContextMark().orElse(place));
        }
    }

    /** Reports a text at which the parser fails without saying where and why. */
    void reportNear(@Nullable Mark place) {
        error(
                place,
                "YAML_SYNTAX",
                "is followed by text that the parser cannot read, but all of it must be YAML",
                "check quotes, escapes and indentation from here on");
    }

    private void report(String problem, Mark place, Mark context) {
        if (isTabIndented(place)) {
            reportTab(place);
        } else if (problem.contains("mapping values are not allowed here")) {
            reportSecondColon(place);
        } else if (problem.contains("expected <block end>")) {
            reportIndentation(place);
        } else if (problem.contains("expected ',' or") && !problem.contains("<stream end>")) {
            reportMissingComma(place, context);
        } else {
            Advice advice = YamlAdvice.on(problem);
            if (advice == null) {
                error(place, "YAML_SYNTAX", "is not YAML: " + Report.sentence(problem), "correct the text here");
            } else {
                error(advice.atContext() ? context : place, advice.code(), advice.message(), advice.fix());
            }
        }
    }

    boolean isTabIndented(Mark mark) {
        return chunk.tabbedLines().get(mark.getLine());
    }

    void reportTab(Mark mark) {
        int[] buffer = mark.getBuffer();
        int lineStart = mark.getPointer() - mark.getColumn();
        int tab = lineStart;
        while (buffer[tab] == ' ') {
            tab++;
        }
        report.error(
                chunk.firstLine() + mark.getLine(),
                tab - lineStart + 1,
                "TAB_INDENTATION",
                "is indented with a tab but must be indented with spaces",
                "replace the tab with spaces");
    }

    private void reportSecondColon(Mark colon) {
        if (isFirstColon(colon)) {
            error(
                    colon,
                    "YAML_INDENTATION",
                    "ends a key inside of the value that the line above began, but a value has no keys",
                    "indent the key like its neighbours, or remove the value above it");
        } else {
            error(
                    colon,
                    "YAML_UNQUOTED",
                    "is a second ':' on one line, but an unquoted value must not contain ': '",
                    YamlAdvice.QUOTE);
        }
    }

    private void reportMissingComma(Mark place, Mark bracket) {
        int line = chunk.firstLine() + bracket.getLine();
        int column = bracket.getColumn() + 1;
        error(
                place,
                "YAML_SYNTAX",
                "follows a value inside of the bracket that opened on line " + line + ", column " + column
                        + ", where a comma or the closing bracket must come",
                "add the comma or the bracket, or put quotes around text that contains brackets or colons");
    }

    private void reportIndentation(Mark place) {
        if (isFirstOnLine(place)) {
            error(
                    place,
                    "YAML_INDENTATION",
                    "does not line up with the lines above, but keys and items of one level must",
                    "indent it with as many spaces as its neighbours");
        } else {
            error(
                    place,
                    "YAML_UNQUOTED",
                    "follows a value that is already complete, but a line has one value",
                    YamlAdvice.QUOTE);
        }
    }

    private static boolean isFirstColon(Mark colon) {
        for (int i = colon.getPointer() - colon.getColumn(); i < colon.getPointer(); i++) {
            if (colon.getBuffer()[i] == ':' && colon.getBuffer()[i + 1] == ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isFirstOnLine(Mark place) {
        for (int i = place.getPointer() - place.getColumn(); i < place.getPointer(); i++) {
            if (place.getBuffer()[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private void error(@Nullable Mark place, String code, String message, String fix) {
        int line = place == null ? 0 : place.getLine();
        int column = place == null ? 0 : place.getColumn();
        report.error(chunk.firstLine() + line, column + 1, code, message, fix);
    }
}
