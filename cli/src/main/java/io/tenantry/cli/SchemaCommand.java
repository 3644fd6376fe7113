package io.tenantry.cli;

import io.tenantry.Tenantry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code tenantry schema}: what an editor needs to complete and check tenant files. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema (2020-12) of tenants and cluster profiles, for editors.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  tenantry schema > tenantry.schema.json",
            "  and in a tenant file: # yaml-language-server: $schema=tenantry.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.out().write(Tenantry.discover().schema().getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }
}
