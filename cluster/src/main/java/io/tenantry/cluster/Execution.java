package io.tenantry.cluster;

import io.tenantry.cluster.server.ApiServer;
import io.tenantry.cluster.server.Resources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Does what a plan says: inventories first, then wave after wave of objects, what is to go in reverse, and inventories
 * again.
 *
 * <p>A tenant of which one object fails gets no further ones, so that nobody gets rights where a quota is missing; when
 * something shared fails, nobody does. Rights that are to go are taken all the same.
 */
final class Execution {
    private static final String SHARED = "";

    /**
     * What the steps do not say.
     *
     * @param inventories what each tenant's inventory lists in the end
     * @param uids of the objects to delete, by identity
     */
    record Order(
            Desired desired,
            Snapshot snapshot,
            String platformNamespace,
            boolean createsPlatform,
            boolean removesPlatform,
            Map<String, List<ObjectKey>> inventories,
            Map<String, String> uids,
            boolean force) {}

    private final Plan plan;
    private final Order order;
    private final ApiServer server;
    private final StepRequests requests;
    private final Progress progress;
    private final InventoryStore inventories;
    private final Readiness readiness;
    private final Map<Step, Result> results = new ConcurrentHashMap<>();
    private final Set<String> failedTenants = ConcurrentHashMap.newKeySet();

    Execution(Plan plan, ApiServer server, Resources resources, Progress progress) {
        this.plan = plan;
        this.order = plan.order();
        this.server = server;
        requests = new StepRequests(order, server, resources);
        this.progress = progress;
        inventories = new InventoryStore(server, order.platformNamespace());
        readiness = new Readiness(server, progress);
    }

    Outcome run() {
        if (order.createsPlatform()) {
            inventories.createNamespace();
        }
        var waiting = new ArrayList<String>();
        try (var lock = ClusterLock.acquire(server, order.platformNamespace(), progress)) {
            inventories.requireUnchanged(order.snapshot());
            inventories.write(before());
            applyAll(lock, waiting);
            deleteAll(lock, waiting);
            inventories.write(after());
            waiting.addAll(readiness.quotas(done("ResourceQuota")));
        }
        if (order.removesPlatform() && failedTenants.isEmpty() && waiting.isEmpty()) {
            waiting.addAll(inventories.deleteNamespace());
        }
        return new Outcome(
                plan.changes().stream()
                        .map(step -> results.getOrDefault(step, Result.skipped(step, "something before it failed")))
                        .toList(),
                waiting);
    }

    /** Inventories that list what is there and what is about to be. */
    private Map<String, Collection<ObjectKey>> before() {
        var before = new TreeMap<String, Collection<ObjectKey>>();
        order.inventories().forEach((tenant, keys) -> {
            var now = order.snapshot().inventory(tenant);
            var all = new TreeMap<>(now.objects());
            keys.forEach(key -> all.put(key.identity(), key));
            if (!now.listsExactly(all.values()) && !all.isEmpty()) {
                before.put(tenant, all.values());
            }
        });
        return before;
    }

    /** Inventories that list what is there now, of tenants for which all was done. */
    private Map<String, Collection<ObjectKey>> after() {
        plan.changes().stream().filter(step -> !isDone(step)).forEach(step -> failedTenants.add(step.tenant()));
        var after = new TreeMap<String, Collection<ObjectKey>>();
        order.inventories().forEach((tenant, keys) -> {
            if (!failedTenants.contains(tenant)) {
                after.put(tenant, keys);
            }
        });
        return after;
    }

    /** The control plane checks policies while other objects are written; nobody gets rights before it has. */
    private void applyAll(ClusterLock lock, List<String> waiting) {
        var waves = waves(step -> step.change() != Change.DELETE);
        waves.headMap(Wave.RIGHTS).values().forEach(wave -> perform(wave, lock, requests::apply));
        waiting.addAll(readiness.policies(done("ValidatingAdmissionPolicy")));
        waves.tailMap(Wave.RIGHTS).values().forEach(wave -> perform(wave, lock, requests::apply));
    }

    /** Tenants first, each wave before the one that it was applied after; then, once no tenant is left, what they share. */
    private void deleteAll(ClusterLock lock, List<String> waiting) {
        var ofTenants = waves(
                        step -> step.change() == Change.DELETE && !step.tenant().isEmpty())
                .descendingMap();
        var shared = waves(
                        step -> step.change() == Change.DELETE && step.tenant().isEmpty())
                .descendingMap();
        ofTenants.values().forEach(wave -> perform(wave, lock, requests::delete));
        var left = readiness.goneNamespaces(uidsOf(plan.deletedNamespaces()));
        waiting.addAll(left.values());
        left.keySet().forEach(namespace -> failedTenants.add(tenantOf(namespace)));
        if (!left.isEmpty()) {
            shared.values()
                    .forEach(wave -> wave.forEach(
                            step -> finish(Result.skipped(step, "kept as long as a namespace of a tenant is there"))));
            return;
        }
        shared.values().forEach(wave -> perform(wave, lock, requests::delete));
    }

    /** Some of the steps, in the order in which objects are applied. */
    private NavigableMap<Wave, List<Step>> waves(Predicate<Step> which) {
        return plan.changes().stream()
                .filter(which)
                .collect(Collectors.groupingBy(step -> step.object().wave(), TreeMap::new, Collectors.toList()));
    }

    private Map<String, String> uidsOf(List<String> namespaces) {
        var uids = new TreeMap<String, String>();
        namespaces.forEach(name -> uids.put(
                name, order.uids().getOrDefault(ObjectKey.namespace(name).identity(), "")));
        return uids;
    }

    private String tenantOf(String namespace) {
        var live = order.snapshot().find(ObjectKey.namespace(namespace));
        return live == null ? SHARED : live.tenant();
    }

    private void perform(List<Step> wave, ClusterLock lock, Function<Step, Result> action) {
        progress.begin(words(wave), wave.size());
        server.workers().forEach(wave, step -> {
            lock.check();
            boolean held = !revokes(step) && (failedTenants.contains(SHARED) || failedTenants.contains(step.tenant()));
            finish(held ? Result.skipped(step, "something before it failed") : action.apply(step));
        });
    }

    /** Takes rights away, which is right whatever else failed: they may be those of a level that the tenant left. */
    private static boolean revokes(Step step) {
        return step.change() == Change.DELETE && step.object().wave().equals(Wave.RIGHTS);
    }

    private static String words(List<Step> wave) {
        return String.join(
                ", ",
                wave.stream()
                        .map(step -> step.object().kind())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void finish(Result result) {
        if (result.status() == Result.Status.FAILED) {
            failedTenants.add(result.step().tenant());
        }
        results.put(result.step(), result);
        progress.done(result);
    }

    private boolean isDone(Step step) {
        var result = results.get(step);
        return result != null && result.status() == Result.Status.DONE;
    }

    private List<ObjectKey> done(String kind) {
        return results.values().stream()
                .filter(result -> result.status() == Result.Status.DONE)
                .map(Result::step)
                .filter(step ->
                        step.change() != Change.DELETE && step.object().kind().equals(kind))
                .map(Step::object)
                .toList();
    }
}
