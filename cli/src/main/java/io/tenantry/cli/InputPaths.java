package io.tenantry.cli;

import io.tenantry.Input;
import io.tenantry.Sources;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The paths that a command reads as one set. */
final class InputPaths {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A file, a directory (its own *.yaml, *.yml and *.json) or - for standard input.")
    private List<String> paths = List.of();

    static InputPaths of(List<String> paths) {
        var these = new InputPaths();
        these.set(paths);
        return these;
    }

    void set(List<String> paths) {
        this.paths = paths;
    }

    Input read(InputStream stdin) {
        var sources = Sources.of(paths, stdin);
        return Input.of(sources.sources(), sources.problems());
    }

    /** The same in a cluster that has more. */
    Input read(InputStream stdin, ExistingPaths existing) {
        var sources = Sources.of(paths, stdin);
        var besides = ExistingObjects.read(existing.paths(), stdin);
        var problems = new ArrayList<>(sources.problems());
        problems.addAll(besides.problems());
        return Input.of(sources.sources(), problems).besides(besides.objects());
    }
}
