package io.tenantry.testkit.controlplane;

import io.tenantry.testkit.controlplane.CertificateAuthority.Signed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running control plane.
 *
 * <pre>{@code
 * try (var controlPlane = ControlPlane.start(ControlPlaneSettings.usual())) {
 *     controlPlane.administrator().apply(namespace);
 *     controlPlane.as(Identity.user("admin@acme.com")).create(pod);     // 403, with the reason
 * }
 * }</pre>
 *
 * <p>In a test class, {@link io.tenantry.testkit.ControlPlaneTest} starts one and hands it to the tests' parameters.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/components/#control-plane-components">Control plane
 *     components</a>
 */
public final class ControlPlane implements AutoCloseable {
    private final Path directory;
    private final ControlPlaneSettings settings;
    private final CertificateAuthority authority = new CertificateAuthority();
    private final AtomicInteger kubeconfigs = new AtomicInteger();
    private final int port;
    private final ServerFlags flags;
    private final ApiClient administrator;
    private final ServerProcess etcd;
    private ServerProcess apiServer;
    private final ServerProcess controllerManager;

    private ControlPlane(Path directory, ControlPlaneSettings settings) throws IOException {
        this.directory = directory;
        this.settings = settings;
        port = freePort();
        flags = new ServerFlags(port, settings);
        writeFiles();
        administrator = client(authority.client("administrator", List.of("system:masters")));
        etcd = start("etcd", flags.etcd());
        apiServer = start("kube-apiserver", flags.apiServer());
        awaitReady();
        controllerManager = start("kube-controller-manager", flags.controllerManager());
        Eventually.holds(
                "the controller manager runs",
                () -> administrator
                        .get("/api/v1/namespaces/default/serviceaccounts/default")
                        .succeeded());
    }

    /**
     * Starts one and waits until it answers, about five seconds.
     *
     * @throws IllegalStateException with the last lines of the logs when it does not come up
     */
    public static ControlPlane start(ControlPlaneSettings settings) {
        try {
            return new ControlPlane(Files.createTempDirectory("control-plane"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lay out a control plane", e);
        }
    }

    /** May do everything. */
    public ApiClient administrator() {
        return administrator;
    }

    /** Acts as somebody else, with the rights of that identity alone. */
    public ApiClient as(Identity identity) {
        return administrator.as(identity);
    }

    /** A kubeconfig of somebody who is known by a client certificate. */
    public Path kubeconfig(Identity identity) {
        return kubeconfig(authority.client(identity.user(), identity.groups()));
    }

    /** A kubeconfig whose client certificate has expired. */
    public Path expiredKubeconfig(Identity identity) {
        return kubeconfig(authority.expired(identity.user(), identity.groups()));
    }

    /** A kubeconfig whose client certificate, and whose idea of the server's authority, are of another cluster. */
    public Path foreignKubeconfig(Identity identity) {
        var foreign = new CertificateAuthority();
        var client = foreign.client(identity.user(), identity.groups());
        return write("kubeconfig", Kubeconfig.of(url().toString(), foreign.itself(), client));
    }

    /** A kubeconfig with a bearer token. */
    public Path tokenKubeconfig(String token) {
        return write("kubeconfig", Kubeconfig.withToken(url().toString(), authority.itself(), token));
    }

    /** Where the API server listens. */
    public URI url() {
        return URI.create("https://127.0.0.1:" + port);
    }

    /** Where the programs run and write their logs; gone when the control plane is closed. */
    public Path directory() {
        return directory;
    }

    /** Kills the API server; its objects stay in etcd. */
    public void stopApiServer() {
        apiServer.kill();
    }

    /** Starts the API server again, on the same port and with the same objects, and waits until it answers. */
    public void startApiServer() {
        apiServer = start("kube-apiserver", flags.apiServer());
        awaitReady();
    }

    @Override
    public void close() {
        controllerManager.kill();
        apiServer.kill();
        etcd.kill();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory, e);
        }
    }

    private void awaitReady() {
        Eventually.holds("the API server is ready", () -> {
            if (!etcd.isRunning() || !apiServer.isRunning()) {
                var logs = etcd.lastWords() + "\n" + apiServer.lastWords();
                etcd.kill();
                apiServer.kill();
                throw new IllegalStateException("the control plane did not come up\n" + logs);
            }
            return administrator.isReady();
        });
    }

    private ServerProcess start(String program, List<String> programFlags) {
        return ServerProcess.start(directory, ControlPlaneSettings.binaries().resolve(program), programFlags);
    }

    private ApiClient client(Signed certificate) {
        return ApiClient.of(url(), authority.itself(), certificate);
    }

    private Path kubeconfig(Signed client) {
        return write("kubeconfig", Kubeconfig.of(url().toString(), authority.itself(), client));
    }

    private void writeFiles() {
        var server = authority.server();
        writeAs("ca.crt", authority.itself().certificatePem());
        writeAs("ca.key", authority.itself().keyPem());
        writeAs("server.crt", server.certificatePem());
        writeAs("server.key", server.keyPem());
        var tokens = CertificateAuthority.newKey();
        writeAs("tokens.key", Pem.of("PRIVATE KEY", tokens.getPrivate().getEncoded()));
        writeAs("tokens.pub", Pem.of("PUBLIC KEY", tokens.getPublic().getEncoded()));
        var manager = authority.client("system:kube-controller-manager", List.of());
        writeAs("controller-manager.kubeconfig", Kubeconfig.of(url().toString(), authority.itself(), manager));
        settings.files().forEach(this::writeAs);
    }

    private Path write(String name, String text) {
        return writeAs(name + "-" + kubeconfigs.incrementAndGet(), text);
    }

    private Path writeAs(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name, e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
