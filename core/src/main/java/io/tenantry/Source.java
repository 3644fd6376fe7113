package io.tenantry;

import java.nio.charset.StandardCharsets;

/**
 * One named input: a file's name as the user wrote it, and its bytes.
 *
 * <pre>{@code
 * Source source = Source.ofString("acme.yaml", "kind: Tenant");
 * }</pre>
 *
 * <p>The bytes are not copied and must not be changed afterwards. Two sources are equal only if they share name and
 * byte array.
 *
 * @param name decides the format too: {@code *.json} is JSON, everything else YAML
 */
@SuppressWarnings("ArrayRecordComponent") // copying megabytes would serve nobody
public record Source(String name, byte[] content) {
    /** A source held as text, read as UTF-8. */
    public static Source ofString(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name + " (" + content.length + " bytes)";
    }
}
