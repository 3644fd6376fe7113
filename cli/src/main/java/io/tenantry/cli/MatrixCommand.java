package io.tenantry.cli;

import io.tenantry.Tenantry;
import io.tenantry.feature.network.matrix.Matrix;
import io.tenantry.feature.network.proof.RenderedNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenantry matrix}: who can reach whom, and why. */
@Command(
        name = "matrix",
        description = {
            "Shows which namespaces, platform services and addresses outside can reach each other, on which ports and"
                    + " by which rule and parameter; and whether tenants are separated.",
            "Exits with 1 when they are not, or when something opens against --diff."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tenantry matrix tenants/ -o html > matrix.html",
            "  tenantry matrix tenants/ --diff main/tenants/ -o html > changes.html",
            "  kubectl get networkpolicies,namespaces -A -o yaml | tenantry matrix tenants/ --with -"
        })
final class MatrixCommand implements PathCommand {
    private final Console console;

    @Mixin
    private InputPaths paths = new InputPaths();

    @Mixin
    private ExistingPaths existing = new ExistingPaths();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "markdown|html|mermaid|json",
            description = "Default: ${DEFAULT-VALUE}.")
    private MatrixFormat format = MatrixFormat.MARKDOWN;

    @Option(
            names = "--diff",
            paramLabel = "OLD_PATH",
            description = "Show only what opens and closes against the tenants at this path; may be repeated.")
    private List<String> old = List.of();

    MatrixCommand(Console console) {
        this.console = console;
    }

    @Override
    public void read(List<String> paths) {
        this.paths.set(paths);
    }

    @Override
    public Integer call() throws IOException {
        var matrix = matrix(paths);
        return old.isEmpty() ? print(matrix) : print(matrix, matrix(InputPaths.of(old)));
    }

    private Matrix matrix(InputPaths paths) {
        var rendered = Tenantry.discover().withoutChecks().render(paths.read(console.in(), existing));
        new ProblemPrinter(console).printWarnings(rendered.validation());
        return Matrix.of(RenderedNetwork.of(rendered));
    }

    private int print(Matrix matrix) throws IOException {
        switch (format) {
            case MARKDOWN -> write(MatrixMarkdown.of(matrix));
            case HTML -> write(MatrixPage.of(matrix));
            case MERMAID -> write(MatrixMermaid.of(matrix));
            case JSON -> Json.write(MatrixJson.of(matrix), console.out());
        }
        matrix.proof()
                .counterexamples()
                .forEach(found -> console.err()
                        .println("tenant " + found.from() + " can reach tenant " + found.to() + ": "
                                + found.connection()));
        return matrix.proof().separated() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private int print(Matrix matrix, Matrix before) throws IOException {
        var diff = matrix.against(before);
        switch (format) {
            case MARKDOWN -> write(MatrixMarkdown.of(diff));
            case HTML -> write(MatrixPage.of(MatrixChanges.of(diff, matrix, before)));
            case MERMAID -> write(MatrixMermaid.of(diff));
            case JSON -> Json.write(diff, console.out());
        }
        return diff.opens().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private void write(String text) throws IOException {
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
