package io.tenantry.cluster.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which API server to talk to, and as whom.
 *
 * <pre>{@code
 * Connection.usual().withKubeconfig(Path.of("admin.kubeconfig")).withContext("staging")
 * }</pre>
 *
 * @param kubeconfig null for the files that {@code KUBECONFIG} names, then {@code ~/.kube/config}, then the pod's own
 *     ServiceAccount
 * @param context null for the kubeconfig's current one
 * @param concurrency how many requests are under way at once, at least one
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/">Organizing
 *     Cluster Access Using kubeconfig Files</a>
 */
public record Connection(
        @Nullable Path kubeconfig, @Nullable String context, int concurrency) {
    /** What keeps two processors of an API server busy; more only lengthens its queue. */
    public static final int USUAL_CONCURRENCY = 16;

    public Connection {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency is " + concurrency + " but must be 1 or more");
        }
    }

    public static Connection usual() {
        return new Connection(null, null, USUAL_CONCURRENCY);
    }

    public Connection withKubeconfig(@Nullable Path file) {
        return new Connection(file, context, concurrency);
    }

    public Connection withContext(@Nullable String name) {
        return new Connection(kubeconfig, name, concurrency);
    }

    public Connection withConcurrency(int requests) {
        return new Connection(kubeconfig, context, requests);
    }
}
