package io.tenantry.cli;

import io.tenantry.cluster.Cluster;
import io.tenantry.cluster.server.Connection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which cluster a command talks to. */
final class ClusterOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Default: what KUBECONFIG names, then ~/.kube/config, then the pod's own account.")
    private @Nullable Path kubeconfig;

    @Option(names = "--context", paramLabel = "NAME", description = "Default: the kubeconfig's current context.")
    private @Nullable String context;

    @Option(names = "--concurrency", paramLabel = "N", description = "Requests that are under way at once.")
    private @Nullable Integer concurrency;

    /** Connects; nothing is sent yet. */
    Cluster connect() {
        if (concurrency != null && concurrency < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--concurrency is " + concurrency + " but must be 1 or more");
        }
        return Cluster.connect(Connection.usual()
                .withKubeconfig(kubeconfig)
                .withContext(context)
                .withConcurrency(concurrency == null ? Connection.USUAL_CONCURRENCY : concurrency));
    }
}
