package io.tenantry.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenantry delete}: removes tenants from a cluster. */
@Command(
        name = "delete",
        description = "Removes the tenants of the files from a cluster: shows what would go, asks, and does it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Namespaces stay unless --delete-namespaces is given. What tenants share goes with the last of them.",
            "",
            "Examples:",
            "  tenantry delete acme-corp.yaml",
            "  tenantry delete acme-corp.yaml --delete-namespaces --yes"
        })
final class DeleteCommand implements PathCommand {
    private final Console console;

    @Mixin
    private InputPaths paths = new InputPaths();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--yes", description = "Do it without asking.")
    private boolean yes;

    @Option(names = "--delete-namespaces", description = "Delete the Namespaces too, with all that is in them.")
    private boolean deleteNamespaces;

    @Mixin
    private OutputOption output = new OutputOption();

    DeleteCommand(Console console) {
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
            var plan = server.planDelete(rendered, deleteNamespaces);
            var names = plan.deletedNamespaces().isEmpty()
                    ? List.<String>of()
                    : rendered.tenants().stream().map(tenant -> tenant.name()).toList();
            return new Changes(console, output.format(), yes, "Delete", names).make(plan, server);
        }
    }
}
