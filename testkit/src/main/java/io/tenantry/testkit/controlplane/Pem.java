package io.tenantry.testkit.controlplane;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/** Writes keys and certificates as text (RFC 7468). */
final class Pem {
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));

    private Pem() {}

    static String of(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + ENCODER.encodeToString(content) + "\n-----END " + label + "-----\n";
    }
}
