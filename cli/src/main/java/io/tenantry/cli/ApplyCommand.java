package io.tenantry.cli;

import io.tenantry.cluster.ApplyOptions;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenantry apply}: makes a cluster as the files say. */
@Command(
        name = "apply",
        description = "Makes a cluster as the tenant files say: shows what would change, asks, and does it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tenantry apply tenants/ cluster-profile.yaml",
            "  tenantry apply tenants/ --kubeconfig admin.kubeconfig --context staging --yes",
            "  tenantry apply tenants/ --prune-tenants --yes -o json"
        })
final class ApplyCommand implements PathCommand {
    private final Console console;

    @Mixin
    private InputPaths paths = new InputPaths();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--yes", description = "Do it without asking.")
    private boolean yes;

    @Option(names = "--adopt", description = "Take over Namespaces and objects that exist and are not Tenantry's.")
    private boolean adopt;

    @Option(names = "--force-conflicts", description = "Take fields that other managers own.")
    private boolean forceConflicts;

    @Option(
            names = "--prune-tenants",
            description = "Remove tenants that were applied before and that PATH does not have.")
    private boolean pruneTenants;

    @Option(
            names = "--delete-namespaces",
            description = "Delete Namespaces of what is pruned, with all that is in them.")
    private boolean deleteNamespaces;

    @Mixin
    private OutputOption output = new OutputOption();

    ApplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public void read(List<String> paths) {
        this.paths.set(paths);
    }

    @Override
    public Integer call() throws IOException {
        var rendered = Changes.render(paths, console);
        try (var server = cluster.connect()) {
            var options = new ApplyOptions(adopt, forceConflicts, pruneTenants, deleteNamespaces);
            var plan = server.planApply(rendered, options);
            return new Changes(console, output.format(), yes, "Apply", plan.deletedNamespaces()).make(plan, server);
        }
    }
}
