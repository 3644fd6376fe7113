package io.tenantry.cli;

import io.tenantry.InvalidTenantException;
import io.tenantry.Tenantry;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tenantry krm}: the program as a KRM function, for kustomize and kpt. */
@Command(
        name = "krm",
        description = {
            "Reads a ResourceList from standard input and prints it with the manifests of its tenants.",
            "This is what runs when the program is called tenantry-krm."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  kpt fn eval tenants/ --exec 'tenantry krm'"})
final class KrmCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    KrmCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var list = read();
        try {
            var rendered = Tenantry.discover().render(list.input());
            new ProblemPrinter(console).printWarnings(rendered.validation());
            list.write(rendered, console.out());
            return ExitCode.DONE;
        } catch (InvalidTenantException e) {
            new ProblemPrinter(console).print(e.result());
            list.write(e.result(), console.out());
            return ExitCode.FUNCTION_FAILED;
        }
    }

    private ResourceList read() throws IOException {
        try {
            return ResourceList.read(console.in());
        } catch (MalformedListException e) {
            throw new ParameterException(spec.commandLine(), "standard input " + e.getMessage(), e);
        }
    }
}
