package io.tenantry.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What it takes to make the cluster as wanted; pure. */
final class ApplyPlanner {
    /** How many tenants a sentence names. */
    private static final int NAMED = 10;

    private final Desired desired;
    private final Map<String, DryRun> dryRuns;
    private final ApplyOptions options;
    private final PlanBuilder plan;
    private final Leftovers leftovers;

    ApplyPlanner(Desired desired, Map<String, DryRun> dryRuns, ApplyOptions options, PlanBuilder plan) {
        this.desired = desired;
        this.dryRuns = dryRuns;
        this.options = options;
        this.plan = plan;
        leftovers = new Leftovers(plan, options.deleteNamespaces());
    }

    Plan plan() {
        desired.objects().forEach(this::plan);
        for (var tenant : desired.tenants()) {
            var kept = leftovers.prune(plan.snapshot().inventory(tenant), desired);
            kept.addAll(desired.keys(tenant));
            plan.inventory(tenant, kept);
        }
        planAbsentTenants();
        return plan.build(desired, options.forceConflicts(), false);
    }

    private void plan(Wanted wanted) {
        var live = plan.snapshot().find(wanted.key());
        if (live == null) {
            plan.step(Step.of(wanted.key(), wanted.tenant(), Change.CREATE));
        } else if (isOurs(wanted, live)) {
            update(wanted, live, dryRuns.get(wanted.key().identity()));
        }
    }

    /** Whether the object may be touched; says why not. */
    private boolean isOurs(Wanted wanted, Live live) {
        var what = wanted.key().words();
        if (!live.terminating().isEmpty()) {
            plan.error(
                    "OBJECT_TERMINATING",
                    what + " is being deleted since " + live.terminating(),
                    "wait until it is gone, or see what holds it: kubectl get "
                            + wanted.key().kind() + " " + wanted.key().name() + " -o yaml",
                    wanted.tenant());
            return false;
        }
        if (!live.tenant().isEmpty() && !live.tenant().equals(wanted.tenant())) {
            plan.error(
                    wanted.key().isNamespace() ? "NAMESPACE_MOVED" : "OBJECT_OF_ANOTHER_TENANT",
                    what + " belongs to tenant " + live.tenant() + " and cannot become "
                            + (wanted.tenant().isEmpty() ? "shared" : "one of tenant " + wanted.tenant()),
                    "delete it as tenant " + live.tenant() + " first, or give it another name",
                    wanted.tenant());
            return false;
        }
        return true;
    }

    private void update(Wanted wanted, Live live, @Nullable DryRun dryRun) {
        if (!live.ours() && !options.adopt()) {
            plan.error(
                    wanted.key().isNamespace() ? "NAMESPACE_FOREIGN" : "OBJECT_FOREIGN",
                    wanted.key().words() + " exists and is not Tenantry's",
                    "add --adopt to take it over, or give it another name",
                    wanted.tenant());
        }
        if (dryRun == null) {
            plan.step(Step.of(wanted.key(), wanted.tenant(), Change.NONE));
            return;
        }
        report(wanted, dryRun);
        var change = dryRun.fields().isEmpty() ? Change.NONE : Change.UPDATE;
        plan.step(new Step(wanted.key(), wanted.tenant(), change, dryRun.fields()));
    }

    private void report(Wanted wanted, DryRun dryRun) {
        var what = wanted.key().words();
        if (!options.forceConflicts()) {
            dryRun.conflicts()
                    .forEach(conflict -> plan.error(
                            "FIELD_CONFLICT",
                            conflict.field() + " of " + what + " is owned by " + conflict.manager(),
                            "add --force-conflicts to take it, or let " + conflict.manager() + " give it up",
                            wanted.tenant()));
        }
        if (!dryRun.refusal().isEmpty()) {
            plan.error("OBJECT_REFUSED", "the server refuses " + what + ": " + dryRun.refusal(), "", wanted.tenant());
        }
        dryRun.warnings().forEach(text -> plan.warning("SERVER_WARNING", what + ": " + text, "", wanted.tenant()));
    }

    /** What is shared follows the profile of the last run, for all tenants. */
    private void warnOfSharedUpdates() {
        var shared =
                plan.sharedUpdates().stream().map(step -> step.object().words()).toList();
        if (!shared.isEmpty()) {
            plan.warning(
                    "SHARED_CHANGED",
                    named(shared) + (shared.size() == 1 ? " is" : " are")
                            + " changed for tenants too that the input does not have",
                    "pass the ClusterProfile that they were applied with, unless you mean the change",
                    "");
        }
    }

    private static String named(Collection<String> names) {
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }

    /** Tenants that were applied before and that the input does not have; and with them all, what is shared. */
    private void planAbsentTenants() {
        var absent = new TreeSet<>(plan.snapshot().inventories().keySet());
        absent.remove("");
        absent.removeAll(desired.tenants());
        if (options.pruneTenants()) {
            for (var tenant : absent) {
                plan.inventory(
                        tenant,
                        leftovers.remove(
                                tenant,
                                plan.snapshot().inventory(tenant).objects().values()));
            }
        } else if (!absent.isEmpty()) {
            plan.note("left alone, for the input does not have them: tenants " + named(absent));
            warnOfSharedUpdates();
        }
        var shared = plan.snapshot().inventory("");
        var kept = absent.isEmpty() || options.pruneTenants()
                ? leftovers.prune(shared, desired)
                : new ArrayList<>(leftovers.of(shared, desired));
        kept.addAll(desired.keys(""));
        plan.inventory("", kept);
    }
}
