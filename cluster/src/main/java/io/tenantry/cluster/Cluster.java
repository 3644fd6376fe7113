package io.tenantry.cluster;

import io.tenantry.cluster.server.ApiServer;
import io.tenantry.cluster.server.ClusterException;
import io.tenantry.cluster.server.Connection;
import io.tenantry.cluster.server.Resources;
import io.tenantry.manifest.Rendered;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cluster that tenants are applied to.
 *
 * <pre>{@code
 * try (var cluster = Cluster.connect(Connection.usual())) {
 *     var plan = cluster.planApply(rendered, ApplyOptions.NONE);
 *     if (!plan.isBlocked()) {
 *         cluster.execute(plan, Progress.SILENT);
 *     }
 * }
 * }</pre>
 *
 * <p>Planning changes nothing. Executing a plan takes a Lease, so that two runs never mix, and may be cut off at any
 * point: planning and executing again completes it. Every method throws {@link ClusterException} when the server cannot
 * be reached, or forbids what is needed.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">Server-Side Apply</a>
 */
public final class Cluster implements AutoCloseable {
    private final ApiServer server;
    private final Resources resources;

    private Cluster(ApiServer server) {
        this.server = server;
        resources = new Resources(server);
    }

    /** The cluster at the end of a connection; nothing is sent yet. */
    public static Cluster connect(Connection connection) {
        return new Cluster(ApiServer.open(connection));
    }

    /**
     * What applying would do.
     *
     * @throws ClusterException also when the user may not manage {@code tenants.tenantry.io}
     */
    public Plan planApply(Rendered rendered, ApplyOptions options) {
        new Preflight(server).requirePlatform();
        return plan(rendered, options);
    }

    /**
     * How the cluster differs from what is rendered: the plan of applying it, to be looked at by anybody who may read.
     */
    public Plan diff(Rendered rendered) {
        return plan(rendered, new ApplyOptions(true, true, false, false));
    }

    /**
     * What deleting the tenants of a rendering would do: all of their objects but Namespaces, and with the last tenant
     * what they share.
     *
     * @param deleteNamespaces Namespaces too, with everything that is in them
     */
    public Plan planDelete(Rendered rendered, boolean deleteNamespaces) {
        var preflight = new Preflight(server);
        preflight.requirePlatform();
        var platformNamespace = rendered.cluster().profile().platformNamespace();
        var desired = Desired.of(rendered);
        var snapshot = new Observation(server, resources, platformNamespace).of(desired, false, true);
        var plan = new PlanBuilder(platformNamespace, snapshot);
        preflight.checkInventories(desired, platformNamespace, plan);
        return new DeletePlanner(desired, deleteNamespaces, plan).plan();
    }

    /**
     * Does what a plan of this cluster says.
     *
     * @throws IllegalArgumentException when a problem stands in its way
     * @throws ClusterException also when another run holds the cluster, or changed it after the plan was made
     */
    public Outcome execute(Plan plan, Progress progress) {
        if (plan.isBlocked()) {
            throw new IllegalArgumentException("the plan has problems: " + plan.problems());
        }
        return new Execution(plan, server, resources, progress).run();
    }

    @Override
    public void close() {
        server.close();
    }

    private Plan plan(Rendered rendered, ApplyOptions options) {
        var platformNamespace = rendered.cluster().profile().platformNamespace();
        var desired = Desired.of(rendered);
        var snapshot = new Observation(server, resources, platformNamespace)
                .of(desired, options.pruneTenants(), options.deleteNamespaces() || options.pruneTenants());
        var plan = new PlanBuilder(platformNamespace, snapshot);
        var preflight = new Preflight(server);
        preflight.checkVersion(rendered.cluster().kubernetes(), plan);
        preflight.checkKinds(desired, resources, plan);
        preflight.checkInventories(desired, platformNamespace, plan);
        return new ApplyPlanner(desired, dryRuns(desired, snapshot), options, plan).plan();
    }

    /** What the server would make of each object that may differ. */
    private Map<String, DryRun> dryRuns(Desired desired, Snapshot snapshot) {
        var dryRuns = new ConcurrentHashMap<String, DryRun>();
        var differing = desired.objects().stream()
                .filter(wanted -> {
                    var live = snapshot.find(wanted.key());
                    return live != null && !live.same() && live.terminating().isEmpty();
                })
                .toList();
        server.workers().forEach(differing, wanted -> {
            var key = wanted.key();
            var live = Objects.requireNonNull(snapshot.find(key));
            var path = resources.require(key.apiVersion(), key.kind()).path(key.namespace(), key.name());
            dryRuns.put(key.identity(), DryRun.of(path, wanted, live, server));
        });
        return dryRuns;
    }
}
