package io.tenantry.cluster.server;

import io.fabric8.kubernetes.client.Config;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

/** The certificate with which a kubeconfig's user is known. */
final class ClientCertificate {
    private ClientCertificate() {}

    /** The day on which it expired; empty when it did not, or there is none. */
    static Optional<LocalDate> expiry(Config config) {
        try {
            var bytes = bytes(config);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes.get()));
            var end = certificate.getNotAfter().toInstant();
            return end.isBefore(Instant.now())
                    ? Optional.of(LocalDate.ofInstant(end, ZoneOffset.UTC))
                    : Optional.empty();
        } catch (CertificateException | IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(Config config) throws IOException {
        if (config.getClientCertData() != null) {
            var data = config.getClientCertData();
            return Optional.of(
                    data.startsWith("-----")
                            ? data.getBytes(StandardCharsets.UTF_8)
                            : Base64.getMimeDecoder().decode(data));
        }
        return config.getClientCertFile() == null
                ? Optional.empty()
                : Optional.of(Files.readAllBytes(Path.of(config.getClientCertFile())));
    }
}
