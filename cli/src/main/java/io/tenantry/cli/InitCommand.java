package io.tenantry.cli;

import io.tenantry.Input;
import io.tenantry.IsolationLevel;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.validation.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenantry init}: a tenant file to start from. */
@Command(
        name = "init",
        description =
                "Prints a tenant file in which every parameter is explained and has the default of its level, and says what"
                        + " must be filled in.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tenantry init acme-corp --level strict > acme-corp.yaml"})
final class InitCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "NAME",
            description = "The tenant's name, and that of its namespace until you list others.")
    private String name = "";

    @Option(
            names = "--level",
            paramLabel = "strict|standard|permissive",
            description = "The isolation level. Default: ${DEFAULT-VALUE}.")
    private IsolationLevel level = IsolationLevel.STANDARD;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var tenantry = Tenantry.discover();
        var template = new TenantTemplate(tenantry.sections()).of(name, level);
        var result = tenantry.validate(Input.of(Source.ofString(name + ".yaml", template)));
        if (!result.valid()) {
            new ProblemPrinter(console).print(result.errors());
        }
        if (!result.errors().stream().allMatch(InitCommand::isToBeFilledIn)) {
            return ExitCode.INPUT;
        }
        console.out().write(template.getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }

    /** A level may ask for a value that has no default; everything else that can be wrong here is the name. */
    private static boolean isToBeFilledIn(Problem problem) {
        return problem.path().startsWith("spec.");
    }
}
