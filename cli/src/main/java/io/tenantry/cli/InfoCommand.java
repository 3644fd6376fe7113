package io.tenantry.cli;

import io.tenantry.Tenantry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenantry info}: what this installation consists of. */
@Command(
        name = "info",
        description = "Shows the version, the features on the class path and where their modules come from.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tenantry info -o json | jq .features"})
final class InfoCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private OutputOption output = new OutputOption();

    InfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var info = Installation.of(Tenantry.discover());
        if (output.isJson()) {
            Json.write(info, console.out());
        } else {
            console.out().write(info.text().getBytes(StandardCharsets.UTF_8));
        }
        return ExitCode.DONE;
    }
}
