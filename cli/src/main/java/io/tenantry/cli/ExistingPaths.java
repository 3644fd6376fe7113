package io.tenantry.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The files with what the cluster has besides. */
final class ExistingPaths {
    @Option(
            names = "--with",
            paramLabel = "PATH",
            description =
                    "NetworkPolicies and Namespaces that the cluster has besides, as kubectl get -o yaml prints them,"
                            + " for the proof that tenants are separated; may be repeated.")
    private List<String> paths = List.of();

    List<String> paths() {
        return paths;
    }
}
