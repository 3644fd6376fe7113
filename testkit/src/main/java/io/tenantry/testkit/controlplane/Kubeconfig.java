package io.tenantry.testkit.controlplane;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tenantry.testkit.controlplane.CertificateAuthority.Signed;
import java.util.Base64;

/** Writes a kubeconfig that holds everything itself. */
final class Kubeconfig {
    private Kubeconfig() {}

    static String of(String server, Signed authority, Signed client) {
        return of(
                server,
                authority,
                "{client-certificate-data: " + base64(client.certificatePem()) + ", client-key-data: "
                        + base64(client.keyPem()) + "}");
    }

    static String withToken(String server, Signed authority, String token) {
        return of(server, authority, "{token: \"" + token + "\"}");
    }

    private static String of(String server, Signed authority, String user) {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: local, cluster: {server: "%s", certificate-authority-data: %s}}]
                users: [{name: user, user: %s}]
                contexts: [{name: local, context: {cluster: local, user: user}}]
                current-context: local
                """.formatted(server, base64(authority.certificatePem()), user);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
    }
}
