package io.tenantry.cli;

import io.tenantry.Tenantry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tenantry info}: what this installation consists of. */
@Command(
        name = "info",
        description = "Shows the version, the features on the class path and where their modules come from.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tenantry info -o json | jq .features"})
final class InfoCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "Default: ${DEFAULT-VALUE}.")
    private TextFormat format = TextFormat.TEXT;

    InfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var info = Installation.of(Tenantry.discover());
        if (format == TextFormat.JSON) {
            Json.write(info, console.out());
        } else {
            console.out().write(info.text().getBytes(StandardCharsets.UTF_8));
        }
        return ExitCode.DONE;
    }
}
