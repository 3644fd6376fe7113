package io.tenantry.cli;

import io.tenantry.Tenantry;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenantry validate}: everything that is wrong, at once. */
@Command(
        name = "validate",
        description = "Checks tenants and shows every problem with its place and what to write instead.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tenantry validate acme-corp.yaml cluster-profile.yaml",
            "  tenantry validate -o json tenants/ | jq -r '.errors[]'"
        })
final class ValidateCommand implements PathCommand {
    private final Console console;

    @Mixin
    private InputPaths paths = new InputPaths();

    @Mixin
    private ExistingPaths existing = new ExistingPaths();

    @Mixin
    private OutputOption output = new OutputOption();

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void read(List<String> paths) {
        this.paths.set(paths);
    }

    @Override
    public Integer call() throws IOException {
        var result = Tenantry.discover().validate(paths.read(console.in(), existing));
        if (output.isJson()) {
            Json.write(ValidationJson.of(result), console.out());
        } else {
            new ProblemPrinter(console).print(result);
        }
        return result.valid() ? ExitCode.DONE : ExitCode.INPUT;
    }
}
