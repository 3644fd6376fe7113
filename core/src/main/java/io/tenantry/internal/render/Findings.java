package io.tenantry.internal.render;

import io.tenantry.Tenant;
import io.tenantry.internal.bind.BoundInput;
import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.internal.bind.Merged.Place;
import io.tenantry.validation.Check;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import io.tenantry.validation.ValidationResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** All problems and checks of one run. */
final class Findings {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Findings::file)
            .thenComparing(problem ->
                    problem.location() == null ? 0 : problem.location().line())
            .thenComparing(problem ->
                    problem.location() == null ? 0 : problem.location().column())
            .thenComparing(problem -> problem.tenant() == null ? "" : problem.tenant())
            .thenComparing(Problem::path)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message);

    /** The check that a tenant's document could be read and bound. */
    private static final String DOCUMENT = "document";

    private final List<Problem> problems;
    private final Map<String, Check> checks = new HashMap<>();
    private final Map<Tenant, BoundTenant> tenants;
    private final BoundInput input;

    /** Goes on from what was found while the input was bound. */
    Findings(List<Problem> problems, BoundInput input) {
        this.problems = new ArrayList<>(problems);
        this.tenants = new HashMap<>();
        this.input = input;
        input.tenants().forEach(tenant -> tenants.put(tenant.tenant(), tenant));
        var errors = new HashMap<String, String>();
        problems.stream().filter(Findings::isError).sorted(ORDER).forEach(error -> {
            var tenant = Objects.requireNonNullElse(error.tenant(), "");
            errors.putIfAbsent(tenant, error.sentence());
        });
        Stream.concat(input.tenants().stream(), input.incomplete().stream()).forEach(tenant -> {
            if (tenant.isFlawed()) {
                errors.putIfAbsent(tenant.tenant().name(), "was read only in part");
            }
            add(new Check(DOCUMENT, tenant.tenant().name(), true, ""));
        });
        errors.forEach((tenant, detail) -> add(new Check(DOCUMENT, tenant, false, detail)));
    }

    private Findings(Map<Tenant, BoundTenant> tenants, BoundInput input) {
        this.problems = new ArrayList<>();
        this.tenants = tenants;
        this.input = input;
    }

    /** Empty findings for a part of the run, which count once they are added. */
    Findings part() {
        return new Findings(tenants, input);
    }

    void add(Findings part) {
        problems.addAll(part.problems);
        part.checks.values().forEach(this::add);
    }

    BoundTenant bound(Tenant tenant) {
        var bound = tenants.get(tenant);
        if (bound == null) {
            throw new IllegalArgumentException("tenant " + tenant + " is not of this input");
        }
        return bound;
    }

    /** The place of a value of the cluster profile, in its document where there is one. */
    Place profilePlace(List<String> keys) {
        var path = new StringBuilder("spec");
        keys.forEach(key -> path.append(key.matches("[0-9]{1,9}") ? "[" + key + "]" : "." + key));
        var origin = input.profileOrigin();
        return new Place(path.toString(), origin == null ? null : origin.locate(keys));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** Runs a check and records whether it reported an error. */
    void check(String name, String tenant, Runnable check) {
        int before = problems.size();
        check.run();
        var error = problems.subList(before, problems.size()).stream()
                .filter(Findings::isError)
                .findFirst();
        var detail = error.map(Problem::sentence).orElse("");
        add(new Check(name, tenant, error.isEmpty(), detail));
    }

    private void add(Check check) {
        checks.merge(check.tenant() + "/" + check.name(), check, (earlier, now) -> earlier.passed() ? now : earlier);
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(Findings::isError);
    }

    private static boolean isError(Problem problem) {
        return problem.severity() == Severity.ERROR;
    }

    ValidationResult result() {
        var sorted = checks.values().stream()
                .sorted(Comparator.comparing(Check::tenant).thenComparing(Check::name))
                .toList();
        return new ValidationResult(problems.stream().distinct().sorted(ORDER).toList(), sorted);
    }

    /** Problems without a file come last. */
    private static String file(Problem problem) {
        return problem.location() == null ? "\uffff" : problem.location().file();
    }
}
