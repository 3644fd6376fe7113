package io.tenantry.cluster.server;

import io.fabric8.kubernetes.client.Config;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The private key of a kubeconfig's user, in a form that fabric8 reads: of elliptic curves it knows SEC 1 ({@code BEGIN
 * EC PRIVATE KEY}) and not PKCS#8 ({@code BEGIN PRIVATE KEY}), which is as usual.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5915">RFC 5915</a>
 */
final class ClientKey {
    private static final String PKCS8_BEGIN = "-----BEGIN PRIVATE KEY-----";

    private ClientKey() {}

    /** Rewrites the key in a configuration where it is an elliptic curve's in PKCS#8; leaves all others alone. */
    static void makeReadable(Config config) {
        try {
            var pem = pem(config);
            int begin = pem.indexOf(PKCS8_BEGIN);
            if (begin < 0) {
                return;
            }
            var body = pem.substring(begin + PKCS8_BEGIN.length(), pem.indexOf("-----END", begin));
            var key = KeyFactory.getInstance("EC")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
            config.setClientKeyData(base64(sec1((ECPrivateKey) key)));
            config.setClientKeyAlgo("EC");
        } catch (GeneralSecurityException | IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return; // another kind of key, or none: reading it is up to fabric8
        }
    }

    private static String pem(Config config) throws IOException {
        var data = config.getClientKeyData();
        if (data == null) {
            return config.getClientKeyFile() == null ? "" : Files.readString(Path.of(config.getClientKeyFile()));
        }
        return data.startsWith("-----")
                ? data
                : new String(Base64.getMimeDecoder().decode(data), StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] sec1) {
        var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        var pem =
                "-----BEGIN EC PRIVATE KEY-----\n" + encoder.encodeToString(sec1) + "\n-----END EC PRIVATE KEY-----\n";
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }

    /** Version 1, the number, and the curve. */
    private static byte[] sec1(ECPrivateKey key) throws GeneralSecurityException, IOException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(key.getParams());
        int length = (key.getParams().getOrder().bitLength() + 7) / 8;
        var content = new ByteArrayOutputStream();
        content.writeBytes(der(0x02, new byte[] {1}));
        content.writeBytes(der(0x04, unsigned(key.getS(), length)));
        content.writeBytes(der(0xA0, parameters.getEncoded()));
        return der(0x30, content.toByteArray());
    }

    private static byte[] der(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length > 127) {
            out.write(0x81);
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] unsigned(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var result = new byte[length];
        int taken = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - taken, result, length - taken, taken);
        return result;
    }
}
