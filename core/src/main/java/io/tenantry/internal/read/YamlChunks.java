package io.tenantry.internal.read;

import java.util.BitSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a YAML text into its documents at the lines {@code ---} and {@code ...}.
 *
 * <p>YAML lets no quoted or block text contain these lines, so the cut needs no parser, and what is wrong with one
 * document does not hide the next. Directives belong to no chunk: {@code %YAML 1.x} is accepted, others are reported.
 */
final class YamlChunks {
    private static final int MARKER_LENGTH = 3;
    private static final Pattern ACCEPTED = Pattern.compile("%YAML[ \t]+1\\.[0-9]{1,3}([ \t]+(#.*)?)?");

    private final String text;
    private final Report report;
    private final boolean hasCarriageReturns;
    private int position;
    private int line = 1;
    private boolean directivesAllowed = true;
    private int directiveLine;

    YamlChunks(String text, Report report) {
        this.text = text;
        this.report = report;
        this.hasCarriageReturns = text.indexOf('\r') >= 0;
    }

    /**
     * The text of one document.
     *
     * @param firstLine the 1-based line of its first character
     * @param tabbedLines the lines, counted from 0 in this chunk, with a tab in their indentation
     */
    record Chunk(String text, int firstLine, BitSet tabbedLines) {}

    /** The next document that has content, or null at the end. */
    @Nullable
    Chunk next() {
        while (true) {
            skipToDocument();
            if (position == text.length()) {
                return null;
            }
            checkDirectiveIsClosed();
            int start = position;
            int firstLine = line;
            BitSet tabbedLines = new BitSet();
            boolean content = skipDocument(tabbedLines);
            if (content) {
                return new Chunk(text(start), firstLine, tabbedLines);
            }
        }
    }

    /** The text up to the position. The parser takes a carriage return for a line end only when text follows it. */
    private String text(int start) {
        return text.charAt(position - 1) == '\r'
                ? text.substring(start, position - 1) + '\n'
                : text.substring(start, position);
    }

    private void skipToDocument() {
        while (position < text.length()) {
            if (isEnd()) {
                directivesAllowed = true;
            } else if (directivesAllowed && text.charAt(position) == '%') {
                checkDirective();
            } else if (!isBlank(position)) {
                return;
            }
            skipLine();
        }
    }

    /** Moves behind the document and says whether it has content. */
    private boolean skipDocument(BitSet tabbedLines) {
        directivesAllowed = false;
        int firstLine = line;
        boolean content = !isBlank(isMarker('-') ? position + MARKER_LENGTH : position);
        do {
            if (hasTabInIndentation()) {
                tabbedLines.set(line - firstLine);
            }
            skipLine();
            content |= !isMarker('-') && !isEnd() && !isBlank(position);
        } while (position < text.length() && !isMarker('-') && !isEnd());
        return content;
    }

    private void checkDirective() {
        directiveLine = line;
        int start = position;
        int end = start;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            end++;
        }
        String directive = text.substring(start, end);
        if (!ACCEPTED.matcher(directive).matches()) {
            report.error(
                    line,
                    1,
                    "DIRECTIVE_UNKNOWN",
                    "has the directive %s but must have none except %%YAML 1.2".formatted(Report.quoted(directive)),
                    "remove this line");
        }
    }

    private void checkDirectiveIsClosed() {
        if (directiveLine > 0 && !isMarker('-')) {
            report.error(
                    directiveLine,
                    1,
                    "DIRECTIVE_UNKNOWN",
                    "has a directive that no line '---' follows, but it must be followed by one",
                    "remove this line, or write '---' on the next line");
        }
        directiveLine = 0;
    }

    private boolean isMarker(char character) {
        int after = position + MARKER_LENGTH;
        if (after > text.length()) {
            return false;
        }
        for (int i = position; i < after; i++) {
            if (text.charAt(i) != character) {
                return false;
            }
        }
        return after == text.length() || isWhite(text.charAt(after)) || isLineEnd(text.charAt(after));
    }

    private boolean isEnd() {
        return isMarker('.') && isBlank(position + MARKER_LENGTH);
    }

    private boolean isBlank(int from) {
        int i = from;
        while (i < text.length() && isWhite(text.charAt(i))) {
            i++;
        }
        return i == text.length() || text.charAt(i) == '#' || isLineEnd(text.charAt(i));
    }

    private boolean hasTabInIndentation() {
        int i = position;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() && text.charAt(i) == '\t';
    }

    private void skipLine() {
        if (hasCarriageReturns) {
            skipLineOfEitherEnd();
            return;
        }
        int newline = text.indexOf('\n', position);
        position = newline < 0 ? text.length() : newline + 1;
        line += newline < 0 ? 0 : 1;
    }

    private void skipLineOfEitherEnd() {
        while (position < text.length()) {
            char character = text.charAt(position++);
            if (isLineEnd(character)) {
                if (character == '\r' && position < text.length() && text.charAt(position) == '\n') {
                    position++;
                }
                line++;
                return;
            }
        }
    }

    private static boolean isWhite(char character) {
        return character == ' ' || character == '\t';
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }
}
