package io.tenantry.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command. */
@Command(
        name = "tenantry",
        description = "Turns typed descriptions of tenants into Kubernetes manifests.",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  tenantry init acme-corp > acme-corp.yaml",
            "  tenantry validate tenants/ cluster-profile.yaml",
            "  tenantry render tenants/ | kubectl apply --server-side -f -",
            "  tenantry apply tenants/ cluster-profile.yaml",
            "",
            "PATH is a file, a directory or - for standard input; all are read as one set.",
            "Exit codes: 0 done, 1 differences, 2 the input has errors, 3 unreachable, forbidden or unwritable,"
                    + " 70 a bug."
        })
final class TenantryCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
