package io.tenantry.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/**
 * The part of {@link Training} that talks to a cluster: half of what {@code apply} loads is for that.
 *
 * <p>The server answers everything alike, and serves no kind; over TLS it has no certificate to show, so that a handshake
 * begins and fails.
 */
final class ClusterTraining {
    private static final String ANSWER = "{\"major\":\"1\",\"minor\":\"33\",\"status\":{\"allowed\":true}}";

    private ClusterTraining() {}

    static void run(byte[] tenant) {
        try {
            applyOn("http", new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), tenant);
            applyOn(
                    "https",
                    SSLContext.getDefault()
                            .getServerSocketFactory()
                            .createServerSocket(0, 1, InetAddress.getLoopbackAddress()),
                    tenant);
        } catch (IOException | NoSuchAlgorithmException e) {
            return; // the classes that were loaded are archived
        }
    }

    private static void applyOn(String scheme, ServerSocket socket, byte[] tenant) throws IOException {
        var kubeconfig = Files.createTempFile("training", ".kubeconfig");
        var server = new Thread(() -> answer(socket), "training-server");
        server.setDaemon(true);
        server.start();
        try (socket) {
            Files.writeString(kubeconfig, kubeconfig(scheme + "://127.0.0.1:" + socket.getLocalPort()));
            var args = new String[] {"apply", "-", "--yes", "--kubeconfig", kubeconfig.toString()};
            var none = OutputStream.nullOutputStream();
            Main.run(args, new ByteArrayInputStream(tenant), none, none);
        } finally {
            Files.delete(kubeconfig);
        }
    }

    private static String kubeconfig(String server) {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: local, cluster: {server: "%s"}}]
                users: [{name: user, user: {token: none}}]
                contexts: [{name: local, context: {cluster: local, user: user}}]
                current-context: local
                """.formatted(server);
    }

    /** Answers requests until the socket is closed. */
    private static void answer(ServerSocket socket) {
        while (!socket.isClosed()) {
            answerOne(socket);
        }
    }

    private static void answerOne(ServerSocket socket) {
        var text = """
                HTTP/1.1 200 OK\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Connection: close\r
                \r
                %s""".formatted(ANSWER.length(), ANSWER);
        try (var connection = socket.accept()) {
            if (connection.getInputStream().read(new byte[1 << 14]) > 0) {
                connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            return; // the client went away, or the handshake failed as it must
        }
    }
}
