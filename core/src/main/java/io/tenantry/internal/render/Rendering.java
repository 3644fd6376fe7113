package io.tenantry.internal.render;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Input;
import io.tenantry.InvalidTenantException;
import io.tenantry.Tenant;
import io.tenantry.internal.bind.BoundInput;
import io.tenantry.internal.bind.InputBinder;
import io.tenantry.internal.render.Accounting.Accounted;
import io.tenantry.internal.threads.InOrder;
import io.tenantry.manifest.Account;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterFile;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import io.tenantry.validation.ValidationResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One run: bind, publish, validate, contribute, assemble, check, in that order and only as far as there are no errors.
 *
 * <p>Many tenants are worked on by several threads, a window of them at a time; what is found of each is put together in
 * their order. Objects of tenants are kept while there are few and contributed again when there are many.
 */
public final class Rendering implements Rendered {
    private static final int KEPT_OBJECTS = 30_000;
    private static final int BATCH = 16;

    private final Contributors contributors;
    private final ClusterView cluster;
    private final Findings findings;
    private final List<TenantRun> runs = new ArrayList<>();
    private final Map<Tenant, TenantRun> runsByTenant = new HashMap<>();
    private final Map<String, TenantRun> runsByName = new HashMap<>();
    private final Map<Tenant, List<Manifest>> kept = new HashMap<>();
    private final Set<String> platformNamespaces;
    private final List<HasMetadata> existing;
    private List<Manifest> shared = List.of();
    private List<ClusterFile> files = List.of();

    private Rendering(Contributors contributors, BoundInput input, List<HasMetadata> existing, List<Problem> problems) {
        this.contributors = contributors;
        this.existing = existing;
        this.cluster = new ProfileView(input.profile(), input.profileSections());
        this.findings = new Findings(problems, input);
        this.platformNamespaces = ProfileNamespaces.of(input);
        for (var bound : input.tenants()) {
            var run = new TenantRun(bound, contributors, cluster, this::runNamed);
            runs.add(run);
            runsByName.putIfAbsent(bound.tenant().name(), run);
            runsByTenant.put(bound.tenant(), run);
        }
    }

    /** Runs everything that the input's problems allow. */
    public static Rendering of(Contributors contributors, Input input) {
        var problems = new ArrayList<>(input.problems());
        var bound = new InputBinder(contributors.sections(), problems).bind(input);
        var rendering = new Rendering(contributors, bound, input.existing(), problems);
        rendering.judgeIdentity(bound);
        rendering.run();
        return rendering;
    }

    /** This rendering when there are no errors. */
    public Rendering orThrow() {
        if (findings.hasErrors()) {
            throw new InvalidTenantException(findings.result());
        }
        return this;
    }

    /** All that needs no contributor, so also of tenants whose sections are incomplete. */
    private void judgeIdentity(BoundInput input) {
        var identity = new IdentityRules(findings, platformNamespaces);
        Stream.concat(input.tenants().stream(), input.incomplete().stream())
                .sorted(InputBinder.ORDER)
                .forEach(bound -> findings.check("identity", bound.tenant().name(), () -> identity.judge(bound)));
        if (runs.isEmpty() && !findings.hasErrors()) {
            findings.add(new Problem(
                    Severity.WARNING,
                    "TENANT_MISSING",
                    "there is no document of kind Tenant, so only what tenants share is rendered",
                    "write one; tenantry init NAME prints a template",
                    null,
                    "",
                    null));
        }
    }

    private void run() {
        InOrder.batches(runs, BATCH, batch -> {
            batch.forEach(TenantRun::publishFacts);
            return batch;
        });
        InOrder.batches(runs, BATCH, this::validate).forEach(findings::add);
        contributors.all().forEach(this::validateAll);
        if (!findings.hasErrors()) {
            contribute();
        }
        if (!findings.hasErrors()) {
            for (var check : contributors.checks()) {
                var problems = new SectionProblems(findings, null, null);
                findings.check(
                        check.name(),
                        "",
                        () -> Provenance.call(check, "check", () -> {
                            check.check(this, problems);
                            return check;
                        }));
            }
        }
    }

    private Findings validate(List<TenantRun> batch) {
        var found = findings.part();
        batch.forEach(run -> run.validate(found));
        return found;
    }

    private <C> void validateAll(Contributor<C> contributor) {
        contributor
                .cluster()
                .ifPresent(code -> findings.check(contributor.section().name(), "", () -> {
                    var problems = new SectionProblems(findings, contributor.section(), null);
                    contributor.run("validateAll", () -> code.validateAll(views(contributor), problems));
                }));
    }

    private void contribute() {
        var assembly = new Assembly(platformNamespaces);
        shared = SharedObjects.of(contributors, cluster, assembly);
        int objects = 0;
        for (var contributions : InOrder.windows(runs, BATCH, batch -> contribute(batch, assembly))) {
            for (var contribution : contributions) {
                findings.add(contribution.findings());
                assembly.admit(contribution.unit());
                objects += contribution.manifests().size();
                if (objects <= KEPT_OBJECTS) {
                    kept.put(contribution.tenant(), contribution.manifests());
                }
            }
        }
        files = ClusterFiles.of(contributors.all(), this::files);
    }

    private List<Contribution> contribute(List<TenantRun> batch, Assembly assembly) {
        return batch.stream()
                .map(run -> Contribution.of(run, run.unit(assembly), findings.part(), cluster.profile()))
                .toList();
    }

    private <C> List<ClusterFile> files(Contributor<C> contributor) {
        var code = contributor.cluster();
        return code.isEmpty()
                ? List.of()
                : contributor.call("files", () -> code.get().files(views(contributor), cluster));
    }

    private <C> List<TenantView<C>> views(Contributor<C> contributor) {
        return runs.stream().<TenantView<C>>map(run -> run.view(contributor)).toList();
    }

    @Override
    public ClusterView cluster() {
        return cluster;
    }

    @Override
    public List<Manifest> shared() {
        return shared;
    }

    @Override
    public List<Tenant> tenants() {
        return runs.stream().map(run -> run.bound().tenant()).toList();
    }

    @Override
    public List<Manifest> objects(Tenant tenant) {
        var manifests = kept.get(tenant);
        if (manifests != null) {
            return manifests;
        }
        var run = run(tenant);
        return run.assemble(run.contribute(), run.unit(new Assembly(platformNamespaces)));
    }

    @Override
    public List<HasMetadata> existing() {
        return existing;
    }

    @Override
    public List<ClusterFile> files() {
        return files;
    }

    @Override
    public List<Account> accounts(Tenant tenant) {
        var run = run(tenant);
        return run.accounts(run.contribute()).stream().map(Accounted::account).toList();
    }

    @Override
    public List<Attack> attacks(Tenant tenant) {
        return run(tenant).attacks();
    }

    @Override
    @SuppressWarnings("unchecked") // equal sections have the same config type
    public <C> List<TenantView<C>> views(Section<C> section) {
        return contributors.all().stream()
                .filter(contributor -> contributor.section().equals(section))
                .findFirst()
                .map(contributor -> views((Contributor<C>) contributor))
                .orElseThrow(() -> new IllegalArgumentException("no contributor owns " + section));
    }

    @Override
    public ValidationResult validation() {
        return findings.result();
    }

    private Optional<TenantRun> runNamed(String tenant) {
        return Optional.ofNullable(runsByName.get(tenant));
    }

    private TenantRun run(Tenant tenant) {
        var run = runsByTenant.get(tenant);
        if (run == null) {
            throw new IllegalArgumentException("tenant " + tenant + " is not of this rendering");
        }
        return run;
    }
}
