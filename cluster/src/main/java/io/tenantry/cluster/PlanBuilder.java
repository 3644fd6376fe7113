package io.tenantry.cluster;

import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what the planners find; pure. */
final class PlanBuilder {
    private static final Comparator<Step> ORDER = PlanBuilder::inOrder;

    private final String platformNamespace;
    private final Snapshot snapshot;
    private final List<Step> steps = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> notes = new TreeSet<>();
    private final Map<String, List<ObjectKey>> inventories = new TreeMap<>();
    private final Map<String, String> uids = new LinkedHashMap<>();

    PlanBuilder(String platformNamespace, Snapshot snapshot) {
        this.platformNamespace = platformNamespace;
        this.snapshot = snapshot;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    void step(Step step) {
        steps.add(step);
    }

    /** What tenants share and what would be changed there. */
    List<Step> sharedUpdates() {
        return steps.stream()
                .filter(step -> step.tenant().isEmpty() && step.change() == Change.UPDATE)
                .toList();
    }

    void delete(Live live, String tenant) {
        steps.add(Step.of(live.key(), tenant, Change.DELETE));
        uids.put(live.key().identity(), live.uid());
    }

    void error(String code, String message, String fix, String tenant) {
        problems.add(new Problem(Severity.ERROR, code, message, fix, null, "", tenant.isEmpty() ? null : tenant));
    }

    void warning(String code, String message, String fix, String tenant) {
        problems.add(new Problem(Severity.WARNING, code, message, fix, null, "", tenant.isEmpty() ? null : tenant));
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** What a tenant's inventory lists when all is done; nothing when it is to go. */
    void inventory(String tenant, Collection<ObjectKey> objects) {
        var now = snapshot.inventory(tenant);
        if (objects.isEmpty() ? now.exists() : !now.listsExactly(objects)) {
            inventories.put(tenant, List.copyOf(objects));
        }
    }

    Plan build(Desired desired, boolean force, boolean removesPlatform) {
        steps.sort(ORDER.thenComparing(Step::tenant)
                .thenComparing(step -> step.object().toString()));
        boolean writes = !inventories.isEmpty() || steps.stream().anyMatch(step -> step.change() != Change.NONE);
        var order = new Execution.Order(
                desired,
                snapshot,
                platformNamespace,
                writes && !snapshot.platformNamespaceExists(),
                removesPlatform,
                inventories,
                uids,
                force);
        return new Plan(steps, problems, List.copyOf(notes), order);
    }

    /** What is applied, wave by wave; then what is deleted, in reverse and what is shared last. */
    private static int inOrder(Step one, Step other) {
        boolean deletes = one.change() == Change.DELETE;
        if (deletes != (other.change() == Change.DELETE)) {
            return deletes ? 1 : -1;
        }
        if (!deletes) {
            return one.object().wave().compareTo(other.object().wave());
        }
        int sharedLast = Boolean.compare(one.tenant().isEmpty(), other.tenant().isEmpty());
        return sharedLast != 0
                ? sharedLast
                : other.object().wave().compareTo(one.object().wave());
    }
}
