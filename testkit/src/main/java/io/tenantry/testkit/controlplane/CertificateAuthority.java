package io.tenantry.testkit.controlplane;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs the certificates of one control plane: the API server's own, and those by which users are known. */
final class CertificateAuthority {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration VALIDITY = Duration.ofDays(1);
    private static final X500Name NAME = new X500Name("CN=control-plane");
    private static final GeneralNames LOOPBACK = new GeneralNames(new GeneralName[] {
        new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, "localhost")
    });

    private final AtomicLong serial = new AtomicLong(1);
    private final KeyPair key = newKey();
    private final X509Certificate certificate;

    /** A certificate with its private key. */
    record Signed(X509Certificate certificate, KeyPair key) {
        String certificatePem() {
            try {
                return Pem.of("CERTIFICATE", certificate.getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot encode a certificate", e);
            }
        }

        String keyPem() {
            return Pem.of("PRIVATE KEY", key.getPrivate().getEncoded());
        }
    }

    CertificateAuthority() {
        certificate = sign(NAME, key, Instant.now().plus(VALIDITY), true);
    }

    Signed itself() {
        return new Signed(certificate, key);
    }

    Signed server() {
        return issue(new X500Name("CN=kube-apiserver"), Instant.now().plus(VALIDITY));
    }

    Signed client(String user, List<String> groups) {
        return issue(subject(user, groups), Instant.now().plus(VALIDITY));
    }

    /** A certificate that was good until a minute ago. */
    Signed expired(String user, List<String> groups) {
        return issue(subject(user, groups), Instant.now().minus(Duration.ofMinutes(1)));
    }

    static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no P-256 keys", e);
        }
    }

    private Signed issue(X500Name subject, Instant until) {
        var subjectKey = newKey();
        return new Signed(sign(subject, subjectKey, until, false), subjectKey);
    }

    private static X500Name subject(String user, List<String> groups) {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, user);
        groups.forEach(group -> name.addRDN(BCStyle.O, group));
        return name.build();
    }

    private X509Certificate sign(X500Name subject, KeyPair subjectKey, Instant until, boolean authority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            NAME,
                            BigInteger.valueOf(serial.getAndIncrement()),
                            Date.from(until.minus(VALIDITY).minus(SKEW)),
                            Date.from(until),
                            subject,
                            subjectKey.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                builder.addExtension(Extension.subjectAlternativeName, false, LOOPBACK);
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a certificate for " + subject, e);
        }
    }
}
