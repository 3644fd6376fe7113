package io.tenantry.internal.yaml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.NumberOutput;

/** UTF-8 in one buffer on its way to a stream. A failure of the stream is a {@link JacksonIOException}. */
final class YamlSink {

    private static final int CAPACITY = 16 * 1024;
    private static final int LONGEST_NUMBER = 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private int size;

    YamlSink(OutputStream out) {
        this.out = out;
    }

    OutputStream stream() {
        return out;
    }

    int buffered() {
        return size;
    }

    /** Writes one ASCII character. */
    void put(char ascii) {
        require(1);
        buffer[size++] = (byte) ascii;
    }

    /** Writes two ASCII characters. */
    void put(char first, char second) {
        require(2);
        buffer[size++] = (byte) first;
        buffer[size++] = (byte) second;
    }

    void put(String text) {
        put(text, 0, text.length());
    }

    /** Writes a part of a text that holds no surrogates. */
    void put(String text, int from, int to) {
        for (int start = from; start < to; ) {
            int end = Math.min(to, start + CAPACITY / 3);
            require(3 * (end - start));
            encode(text, start, end);
            start = end;
        }
    }

    private void encode(String text, int from, int to) {
        int at = size;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                buffer[at++] = (byte) c;
            } else if (c < 0x800) {
                buffer[at++] = (byte) (0xC0 | (c >> 6));
                buffer[at++] = (byte) (0x80 | (c & 0x3F));
            } else {
                buffer[at++] = (byte) (0xE0 | (c >> 12));
                buffer[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                buffer[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        size = at;
    }

    /** Writes bytes that are UTF-8, fewer than the buffer holds. */
    void put(byte[] utf8) {
        require(utf8.length);
        System.arraycopy(utf8, 0, buffer, size, utf8.length);
        size += utf8.length;
    }

    /** Makes room for so many bytes, which then stay in the buffer, and says how many are there. */
    int reserve(int bytes) {
        require(bytes);
        return size;
    }

    /** What was written since {@link #reserve} said this number. */
    byte[] since(int reserved) {
        return Arrays.copyOfRange(buffer, reserved, size);
    }

    void put(long number) {
        require(LONGEST_NUMBER);
        size = NumberOutput.outputLong(number, buffer, size);
    }

    void indent(int columns) {
        for (int i = 0; i < columns; i++) {
            put(' ');
        }
    }

    /** Hands what is buffered to the stream, once even if that fails; does not flush the stream itself. */
    void drain() {
        int length = size;
        size = 0;
        try {
            if (length > 0) {
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            throw JacksonIOException.construct(e);
        }
    }

    void flush() {
        drain();
        try {
            out.flush();
        } catch (IOException e) {
            throw JacksonIOException.construct(e);
        }
    }

    private void require(int bytes) {
        if (CAPACITY - size < bytes) {
            drain();
        }
    }
}
