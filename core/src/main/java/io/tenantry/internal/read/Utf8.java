package io.tenantry.internal.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The step from bytes to text: strict UTF-8 without control characters, or a problem. */
final class Utf8 {
    static final int MARK_LENGTH = 3;
    private static final char MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** The text without a leading byte order mark, or empty when a problem was reported. */
    static Optional<String> decode(byte[] bytes, Report report, Work work) {
        if (isUtf16(bytes)) {
            report.error("NOT_UTF8", "is encoded as UTF-16 but must be UTF-8", "save the file as UTF-8");
            return Optional.empty();
        }
        int start = startsWithMark(bytes) ? MARK_LENGTH : 0;
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        work.add(bytes.length);
        if (text.indexOf(REPLACEMENT) >= 0 && isMalformed(bytes, start, report, work)) {
            return Optional.empty();
        }
        int unprintable = isPlainAscii(bytes, start) ? -1 : firstUnprintable(text);
        work.add(text.length());
        if (unprintable >= 0) {
            reportUnprintable(text, unprintable, report);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= MARK_LENGTH
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
    }

    static boolean isContinuation(byte value) {
        return (value & 0xC0) == 0x80;
    }

    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    private static boolean isMalformed(byte[] bytes, int start, Report report, Work work) {
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        work.add(bytes.length);
        if (!result.isError()) {
            return false;
        }
        TextPosition end = new TextPosition(out.flip().toString());
        end.advance(Integer.MAX_VALUE);
        report.error(
                end.line(),
                end.column(),
                "NOT_UTF8",
                String.format(
                        Locale.ROOT,
                        "has the byte 0x%02X at byte offset %d but must be valid UTF-8",
                        bytes[in.position()] & 0xFF,
                        in.position()),
                "save the file as UTF-8");
        return true;
    }

    private static void reportUnprintable(String text, int index, Report report) {
        TextPosition position = new TextPosition(text);
        position.advance(index);
        int character = text.charAt(index);
        if (character == MARK) {
            report.error(
                    position.line(),
                    position.column(),
                    "BYTE_ORDER_MARK",
                    "has a byte order mark in the middle of the text but may have one only at the very beginning",
                    "remove the invisible character U+FEFF");
        } else {
            String hex = String.format(Locale.ROOT, "%04X", character);
            report.error(
                    position.line(),
                    position.column(),
                    "CONTROL_CHARACTER",
                    "has the control character U+" + hex + " but must be readable text",
                    "remove it, or write it in double quotes as the escape \\u" + hex);
        }
    }

    /** What most texts are; reading bytes takes less time than reading characters. */
    private static boolean isPlainAscii(byte[] bytes, int start) {
        for (int i = start; i < bytes.length; i++) {
            byte value = bytes[i];
            if ((value < ' ' || value == 0x7F) && value != '\n') {
                return false;
            }
        }
        return true;
    }

    private static int firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c >= 0x7F) && !isPrintable(c)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isPrintable(char c) {
        return c == '\n' || c == '\t' || c == '\r' || c == 0x85 || (c >= 0xA0 && c < 0xFFFE && c != MARK);
    }
}
