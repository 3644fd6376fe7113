package io.tenantry.cli;

import picocli.CommandLine.Option;

/** For whom a command shows its result. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "Default: ${DEFAULT-VALUE}.")
    private TextFormat format = TextFormat.TEXT;

    TextFormat format() {
        return format;
    }

    boolean isJson() {
        return format == TextFormat.JSON;
    }
}
