package io.tenantry.testkit.attack;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Tenant;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rendered tenants on a control plane, and the attacks of their modules.
 *
 * <pre>{@code
 * try (var run = AttackRun.on(controlPlane, tenantry.render(input))) {
 *     var report = run.attack().plus(run.mutate());
 *     assertThat(report.failures()).isEmpty();
 *     assertThat(report.unattacked()).isEmpty();
 * }
 * }</pre>
 *
 * <p>Each attack is a dry run by its actor: whoever the tenant's RoleBindings give that role. It is asked again until the
 * layer answers, since policies and quotas take effect a moment after they are applied. Where nobody has the role, a user
 * with all rights in the namespace tries.
 *
 * <p>Shared objects hold for all tenants of a control plane: a test that mutates needs one of its own.
 */
public final class AttackRun implements AutoCloseable {
    private static final String MUTATIONS = "tenantry.mutations";

    private final Installation installation;
    private final Insider insider;
    private final Judge judge;
    private final Rendered rendered;
    private final List<Target> targets;
    private final List<HasMetadata> given;
    private final ApiClient administrator;

    private AttackRun(ControlPlane controlPlane, Rendered rendered) {
        this.rendered = rendered;
        administrator = controlPlane.administrator();
        judge = new Judge(controlPlane);
        installation = new Installation(administrator, rendered);
        insider = Insider.in(rendered, administrator);
        targets = rendered.tenants().stream()
                .flatMap(tenant -> targets(tenant, rendered))
                .toList();
        given = Given.of(targets.stream().map(Target::attack).toList());
    }

    /** Applies the tenants, and what their attacks need to be there. */
    public static AttackRun on(ControlPlane controlPlane, Rendered rendered) {
        var run = new AttackRun(controlPlane, rendered);
        run.installation.apply();
        run.insider.create();
        Parallel.each(run.given, object -> run.administrator.apply(object).orFail());
        return run;
    }

    /** Runs every attack with all layers in place. */
    public AttackReport attack() {
        return attack(attack -> true);
    }

    /** Runs some of the attacks with all layers in place. */
    public AttackReport attack(Predicate<Attack> which) {
        var chosen =
                targets.stream().filter(target -> which.test(target.attack())).toList();
        var findings = Parallel.map(chosen, this::intact);
        var attacked = chosen.stream()
                .flatMap(target -> target.attack().layers().stream())
                .toList();
        return new AttackReport(findings, Layers.unattacked(rendered, attacked));
    }

    /**
     * Runs attacks while layers are removed: each layer of an attack alone must stop it, and without any it must succeed.
     * Of each kind of control one is removed; all are with {@code -Dtenantry.mutations=all}.
     */
    public AttackReport mutate() {
        var findings = new ArrayList<Finding>();
        var kinds = new HashSet<String>();
        mutations().forEach((removed, trials) -> {
            boolean news = removed.isEmpty() || kinds.addAll(kinds(removed));
            if (news || System.getProperty(MUTATIONS, "").equals("all")) {
                findings.addAll(without(removed, trials));
            }
        });
        return new AttackReport(findings, List.of());
    }

    /** Takes everything off the control plane again. */
    @Override
    public void close() {
        Parallel.each(given, administrator::delete);
        insider.remove();
        installation.remove();
    }

    private Stream<Target> targets(Tenant tenant, Rendered rendered) {
        var actors = new Actors(rendered.objects(tenant));
        return rendered.attacks(tenant).stream()
                .map(attack ->
                        new Target(tenant.name(), attack, actors.of(attack).orElse(null), insider.against(attack)));
    }

    private Finding intact(Target target) {
        return target.isPossible()
                ? judge.judge(target.intact())
                : target.intact().as(Verdict.NOT_APPLICABLE, "nobody has the role");
    }

    private List<Finding> without(Set<Layer> removed, List<Trial> trials) {
        removed.forEach(installation::open);
        try {
            return Parallel.map(trials, judge::judge);
        } finally {
            removed.forEach(installation::close);
            Parallel.each(removed.isEmpty() ? List.of() : probes(trials), judge::judge);
        }
    }

    /** What was put back takes effect a moment later: until then the next trial could succeed for a wrong reason. */
    private static List<Trial> probes(List<Trial> trials) {
        return trials.stream()
                .map(trial -> trial.target().within())
                .filter(trial -> !trial.closed().isEmpty())
                .distinct()
                .toList();
    }

    /** All trials by what has to be removed for them, fewest and first of the alphabet first. */
    private Map<Set<Layer>, List<Trial>> mutations() {
        var trials = new LinkedHashMap<Set<Layer>, List<Trial>>();
        targets.stream()
                .filter(Target::isPossible)
                .flatMap(target -> target.opened().stream())
                .filter(trial -> trial.toRemove().stream().allMatch(installation::has))
                .sorted(Comparator.comparing((Trial trial) -> trial.toRemove().size())
                        .thenComparing(trial -> trial.toRemove().toString()))
                .forEach(trial -> trials.computeIfAbsent(trial.toRemove(), removed -> new ArrayList<>())
                        .add(trial));
        return trials;
    }

    private static Set<String> kinds(Set<Layer> layers) {
        return layers.stream().map(Layers::kind).collect(Collectors.toSet());
    }
}
