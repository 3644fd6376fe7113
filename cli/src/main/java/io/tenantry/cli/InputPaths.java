package io.tenantry.cli;

import io.tenantry.Input;
import io.tenantry.Sources;
import java.io.InputStream;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The paths that a command reads as one set. */
final class InputPaths {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A file, a directory (its own *.yaml, *.yml and *.json) or - for standard input.")
    private List<String> paths = List.of();

    void set(List<String> paths) {
        this.paths = paths;
    }

    Input read(InputStream stdin) {
        var sources = Sources.of(paths, stdin);
        return Input.of(sources.sources(), sources.problems());
    }
}
