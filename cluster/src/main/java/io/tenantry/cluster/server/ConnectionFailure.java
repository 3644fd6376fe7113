package io.tenantry.cluster.server;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a connection failed, in one line. */
final class ConnectionFailure {
    private ConnectionFailure() {}

    static ClusterException of(Throwable failure, String server) {
        return new ClusterException(text(failure, server), failure);
    }

    private static String text(Throwable failure, String server) {
        if (has(failure, UnknownHostException.class) || has(failure, UnresolvedAddressException.class)) {
            return "cannot reach " + server + ": no such host";
        }
        if (has(failure, HttpTimeoutException.class)) {
            return "cannot reach " + server + ": it does not answer";
        }
        var tls = find(failure, SSLException.class);
        if (tls != null) {
            return tls(failure, tls, server);
        }
        if (has(failure, ConnectException.class)) {
            return "cannot reach " + server + ": connection refused";
        }
        var root = root(failure);
        return "the connection to " + server + " failed: "
                + (root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    }

    private static String tls(Throwable failure, SSLException tls, String server) {
        if (has(failure, CertificateExpiredException.class)) {
            return "the certificate of " + server + " has expired";
        }
        if (has(failure, CertPathBuilderException.class)) {
            return "the certificate of " + server + " is not from the authority that the kubeconfig names";
        }
        if (has(failure, CertificateException.class)) {
            return "the certificate of " + server + " does not fit: "
                    + root(failure).getMessage();
        }
        return "no secure connection to " + server + ": " + tls.getMessage();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return find(failure, type) != null;
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
