package io.tenantry.cli;

import io.tenantry.Tenantry;
import io.tenantry.manifest.ManifestDirectory;
import io.tenantry.manifest.ManifestWriter;
import io.tenantry.manifest.Rendered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tenantry render}: the manifests, or, when there is an error, nothing. */
@Command(
        name = "render",
        description = "Prints the manifests of tenants, or writes them to a directory; nothing when there is an error.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tenantry render tenants/ | kubectl apply --server-side -f -",
            "  tenantry render tenants/ --tenant acme-corp --feature quota",
            "  tenantry render tenants/ --output-dir manifests"
        })
final class RenderCommand implements PathCommand {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private InputPaths paths = new InputPaths();

    @Mixin
    private ExistingPaths existing = new ExistingPaths();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "yaml|json",
            description = "Default: ${DEFAULT-VALUE}.")
    private ManifestFormat format = ManifestFormat.YAML;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "Write one file per object into DIR; only files that tenantry wrote there are removed.")
    private @Nullable Path directory;

    @Mixin
    private TenantNames tenants = new TenantNames();

    @Option(
            names = "--feature",
            paramLabel = "NAME",
            description = "Only the objects of this section, or core for Namespaces; may be repeated.")
    private List<String> features = List.of();

    RenderCommand(Console console) {
        this.console = console;
    }

    @Override
    public void read(List<String> paths) {
        this.paths.set(paths);
    }

    @Override
    public Integer call() throws IOException {
        if (directory != null && format == ManifestFormat.JSON) {
            throw new ParameterException(spec.commandLine(), "--output-dir writes YAML; leave out -o json");
        }
        var tenantry = Tenantry.discover();
        var rendered = tenantry.render(paths.read(console.in(), existing));
        var selection = new Selection(rendered, tenants.of(rendered), Features.named(features, tenantry, spec));
        new ProblemPrinter(console).printWarnings(rendered.validation());
        return directory == null ? print(selection) : write(selection, directory);
    }

    private int print(Rendered rendered) throws IOException {
        try (var writer = format == ManifestFormat.JSON
                ? ManifestWriter.json(console.out())
                : ManifestWriter.yaml(console.out())) {
            writer.writeAll(rendered);
        }
        return ExitCode.DONE;
    }

    private int write(Selection selection, Path directory) throws IOException {
        var target = ManifestDirectory.at(directory);
        var result = selection.isWhole() ? target.write(selection) : target.writePart(selection);
        if (!result.problems().isEmpty()) {
            new ProblemPrinter(console).print(result.problems());
            return ExitCode.INPUT;
        }
        console.err()
                .println(directory + ": " + result.written() + " written, " + result.unchanged() + " unchanged, "
                        + result.removed() + " removed");
        return ExitCode.DONE;
    }
}
