package io.tenantry.cli;

import io.tenantry.Tenantry;
import io.tenantry.cluster.Change;
import io.tenantry.cluster.Cluster;
import io.tenantry.cluster.Outcome;
import io.tenantry.cluster.Plan;
import io.tenantry.manifest.Rendered;
import io.tenantry.validation.ValidationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * How a command that changes a cluster goes: the plan is shown, agreed to and done.
 *
 * @param question what is to be agreed to, as in {@code Apply}
 * @param names what has to be typed instead of {@code yes}; may be empty
 */
record Changes(Console console, TextFormat format, boolean yes, String question, List<String> names) {

    static Rendered render(InputPaths paths, Console console) throws IOException {
        var rendered = Tenantry.discover().render(paths.read(console.in()));
        new ProblemPrinter(console).printWarnings(rendered.validation());
        return rendered;
    }

    /** Shows the plan and, if nothing is in the way and the user agrees, executes it. */
    int make(Plan plan, Cluster cluster) throws IOException {
        if (format == TextFormat.TEXT) {
            console.err().print(PlanText.of(plan, false));
        }
        if (plan.isBlocked()) {
            return blocked(plan);
        }
        if (format == TextFormat.TEXT) {
            new ProblemPrinter(console).printWarnings(new ValidationResult(plan.problems(), List.of()));
        }
        if (plan.isEmpty()) {
            return report(plan, new Outcome(List.of(), List.of()));
        }
        if (!yes && !new Confirmation(console).of(question(plan), names)) {
            return ExitCode.INPUT;
        }
        try (var progress = ProgressDisplay.on(console, format)) {
            return report(plan, cluster.execute(plan, progress));
        }
    }

    private int blocked(Plan plan) throws IOException {
        if (format == TextFormat.JSON) {
            Json.write(ChangesJson.of(plan, new Outcome(List.of(), List.of())), console.out());
        } else {
            new ProblemPrinter(console).print(plan.problems());
        }
        return ExitCode.INPUT;
    }

    private String question(Plan plan) {
        return question + " " + plan.changes().size() + " changes?";
    }

    private int report(Plan plan, Outcome outcome) throws IOException {
        if (format == TextFormat.JSON) {
            Json.write(ChangesJson.of(plan, outcome), console.out());
        } else {
            outcome.failures()
                    .forEach(result -> console.err()
                            .println("tenantry: error: "
                                    + OneLine.of(result.step().object() + ": " + result.message())));
            outcome.waiting().forEach(sentence -> console.err().println("still waiting: " + OneLine.of(sentence)));
            console.out().write(summary(plan, outcome).getBytes(StandardCharsets.UTF_8));
        }
        return !outcome.succeeded()
                ? ExitCode.UNREACHABLE
                : outcome.waiting().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private static String summary(Plan plan, Outcome outcome) {
        Map<Change, Integer> done = outcome.counts();
        int failed = outcome.failures().size();
        return done.get(Change.CREATE) + " created, " + done.get(Change.UPDATE) + " updated, "
                + done.get(Change.DELETE) + " deleted, " + plan.counts().get(Change.NONE) + " unchanged"
                + (failed == 0 ? "" : ", " + failed + " failed") + "\n";
    }
}
