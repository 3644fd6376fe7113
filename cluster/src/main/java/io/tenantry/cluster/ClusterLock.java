package io.tenantry.cluster;

import io.tenantry.cluster.server.Answer;
import io.tenantry.cluster.server.ApiServer;
import io.tenantry.cluster.server.Call;
import io.tenantry.cluster.server.ClusterException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * The right to change what Tenantry has on a cluster: a Lease, so that two runs never mix.
 *
 * <p>A holder renews it; one that was killed loses it after six seconds, during which the next run waits.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/architecture/leases/">Leases</a>
 */
final class ClusterLock implements AutoCloseable {
    private static final String NAME = "tenantry";
    private static final int SECONDS = 6;
    private static final Duration RENEWAL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final DateTimeFormatter MICRO_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final ApiServer server;
    private final String namespace;
    private final String holder = holder();
    private final String acquired = now();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Thread renewal = new Thread(this::keep, "tenantry-lease");
    private volatile JsonNode lease = Json.object();
    private volatile boolean lost;
    private String seenVersion = "";
    private long seenAt;

    private ClusterLock(ApiServer server, String namespace) {
        this.server = server;
        this.namespace = namespace;
    }

    /**
     * Takes the lock, waiting for another run's end if need be.
     *
     * @throws ClusterException when another run holds on to it; says who
     */
    static ClusterLock acquire(ApiServer server, String namespace, Progress progress) {
        var lock = new ClusterLock(server, namespace);
        if (!Pause.until(PATIENCE, () -> lock.take(progress))) {
            throw new ClusterException(lock.other() + " is changing this cluster; try again when it is done");
        }
        lock.renewal.setDaemon(true);
        lock.renewal.start();
        return lock;
    }

    /**
     * Goes on only while the lock is held.
     *
     * @throws ClusterException when another run took over
     */
    void check() {
        if (lost) {
            throw new ClusterException(
                    "another run took over, for this one was not heard of in " + SECONDS + " seconds; run it again");
        }
    }

    @Override
    public void close() {
        released.countDown();
        try {
            renewal.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!lost) {
            server.send(Call.delete(path(), lease.path("metadata").path("uid").asString("")));
        }
    }

    private boolean take(Progress progress) {
        var call = Call.create(collection(), body(""));
        var created = server.send(call);
        if (created.succeeded()) {
            lease = created.tree();
            return true;
        }
        if (created.status() != Answer.CONFLICT) {
            throw ApiServer.refused(created, call, "leases in namespace " + namespace);
        }
        var found = server.send(Call.get(path()));
        if (!found.succeeded()) {
            return false;
        }
        lease = found.tree();
        if (isOurs()) {
            return true;
        }
        if (!isStale()) {
            progress.waiting(other() + ", who is changing this cluster");
            return false;
        }
        return replace();
    }

    /** Whether the holder has not renewed it for its whole duration, by our own clock. */
    private boolean isStale() {
        var version = version();
        if (!version.equals(seenVersion)) {
            seenVersion = version;
            seenAt = System.nanoTime();
        }
        long seconds = lease.path("spec").path("leaseDurationSeconds").asLong(SECONDS);
        return System.nanoTime() - seenAt > Duration.ofSeconds(seconds).toNanos();
    }

    private void keep() {
        try {
            while (!lost && !released.await(RENEWAL.toMillis(), TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException e) {
            lost = true;
        }
    }

    private void renew() {
        try {
            if (!replace()) {
                var found = server.send(Call.get(path()));
                lease = found.succeeded() ? found.tree() : Json.object();
                lost = !isOurs();
            }
        } catch (ClusterException e) {
            lost = true;
        }
    }

    /** Writes it as ours over the version that was read last; false when somebody else wrote since. */
    private boolean replace() {
        var answer = server.send(Call.update(path(), body(version())));
        if (answer.succeeded()) {
            lease = answer.tree();
        }
        return answer.succeeded();
    }

    private boolean isOurs() {
        return other().equals(holder);
    }

    private String other() {
        return lease.path("spec").path("holderIdentity").asString("somebody");
    }

    private String version() {
        return lease.path("metadata").path("resourceVersion").asString("");
    }

    private String body(String resourceVersion) {
        var body = Json.object().put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
        var metadata = body.putObject("metadata").put("name", NAME).put("namespace", namespace);
        if (!resourceVersion.isEmpty()) {
            metadata.put("resourceVersion", resourceVersion);
        }
        body.putObject("spec")
                .put("holderIdentity", holder)
                .put("leaseDurationSeconds", SECONDS)
                .put("acquireTime", acquired)
                .put("renewTime", now());
        return body.toString();
    }

    private String collection() {
        return "/apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases";
    }

    private String path() {
        return collection() + "/" + NAME;
    }

    private static String now() {
        return MICRO_TIME.format(Instant.now());
    }

    /** Who runs this, for whoever has to wait; the time tells apart two runs in containers of one name. */
    private static String holder() {
        return System.getProperty("user.name") + "@" + host() + ", process "
                + ProcessHandle.current().pid() + ", since " + now();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
