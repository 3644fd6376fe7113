package io.tenantry.cli;

import io.tenantry.cluster.Plan;
import io.tenantry.validation.ValidationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenantry diff}: how a cluster differs from the files. */
@Command(
        name = "diff",
        description = "Shows field by field how a cluster differs from the tenant files; changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit code 1 when there are differences.",
            "",
            "Examples:",
            "  tenantry diff tenants/ cluster-profile.yaml",
            "  tenantry diff tenants/ -o json | jq '.objects[] | select(.change != \"none\")'"
        })
final class DiffCommand implements PathCommand {
    private final Console console;

    @Mixin
    private InputPaths paths = new InputPaths();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public void read(List<String> paths) {
        this.paths.set(paths);
    }

    @Override
    public Integer call() throws IOException {
        var rendered = Changes.render(paths, console);
        try (var server = cluster.connect()) {
            var plan = server.diff(rendered);
            if (output.isJson()) {
                Json.write(DiffJson.of(plan), console.out());
            } else {
                console.out().write(PlanText.of(plan, true).getBytes(StandardCharsets.UTF_8));
                showProblems(plan);
            }
            return plan.isBlocked() ? ExitCode.INPUT : plan.changes().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
        }
    }

    private void showProblems(Plan plan) {
        var printer = new ProblemPrinter(console);
        if (plan.isBlocked()) {
            printer.print(plan.problems());
        } else {
            printer.printWarnings(new ValidationResult(plan.problems(), List.of()));
        }
    }
}
