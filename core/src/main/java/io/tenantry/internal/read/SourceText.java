package io.tenantry.internal.read;

import io.tenantry.Source;
import io.tenantry.validation.Location;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a source, found only when a problem must be shown.
 *
 * <p>It works on the bytes, so it can also show a source that is not valid UTF-8. Safe for use by several threads.
 */
public final class SourceText {
    /** More characters on each side of a column than a location shows. */
    private static final int AROUND = 200;

    private final Source source;
    private int @Nullable [] lineStarts;
    private int seenLine;
    private int seenColumn;
    private int seenOffset;

    public SourceText(Source source) {
        this.source = source;
    }

    public Source source() {
        return source;
    }

    /** The location of a 1-based line and column; positions outside of the text move to its nearest character. */
    public synchronized Location at(int line, int column) {
        int[] starts = starts();
        int index = Math.min(Math.max(line, 1), starts.length) - 1;
        int start = starts[index];
        int end = lineEnd(start, index + 1 < starts.length ? starts[index + 1] : source.content().length);
        return at(index + 1, Math.max(column, 1), start, end);
    }

    private Location at(int line, int wanted, int start, int end) {
        byte[] bytes = source.content();
        boolean resume = line == seenLine && wanted >= seenColumn;
        int column = resume ? seenColumn : 1;
        int offset = resume ? seenOffset : start;
        while (column < wanted && offset < end) {
            offset = next(bytes, offset, end);
            column++;
        }
        seenLine = line;
        seenColumn = column;
        seenOffset = offset;
        int from = column <= AROUND ? start : offset;
        for (int i = 0; i < AROUND && from > start; i++) {
            from = previous(bytes, from, start);
        }
        int to = offset;
        for (int i = 0; i < AROUND && to < end; i++) {
            to = next(bytes, to, end);
        }
        return Location.of(source.name(), line, column, text(bytes, from, offset), text(bytes, offset, to));
    }

    private int[] starts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = findStarts(source.content());
            lineStarts = starts;
        }
        return starts;
    }

    private static int[] findStarts(byte[] bytes) {
        int[] starts = new int[16];
        int count = 0;
        starts[count++] = Utf8.startsWithMark(bytes) ? Utf8.MARK_LENGTH : 0;
        for (int i = starts[0]; i < bytes.length; i++) {
            boolean lineEnd = bytes[i] == '\n' || (bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] != '\n');
            if (lineEnd) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private int lineEnd(int start, int next) {
        byte[] bytes = source.content();
        int end = next;
        while (end > start && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    private static int next(byte[] bytes, int offset, int end) {
        int next = offset + 1;
        while (next < end && Utf8.isContinuation(bytes[next])) {
            next++;
        }
        return next;
    }

    private static int previous(byte[] bytes, int offset, int start) {
        int previous = offset - 1;
        while (previous > start && Utf8.isContinuation(bytes[previous])) {
            previous--;
        }
        return previous;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
