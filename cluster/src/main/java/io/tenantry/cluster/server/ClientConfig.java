package io.tenantry.cluster.server;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What fabric8 reads from kubeconfigs, with clear words for what it passes over in silence. */
final class ClientConfig {
    private static final String IN_CLUSTER_TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount/token";
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int REQUEST_MILLIS = 90_000;

    private ClientConfig() {}

    static Config of(Connection connection) {
        var config = read(connection);
        requireContext(config, connection);
        ClientKey.makeReadable(config);
        config.setHttp2Disable(true);
        config.setRequestRetryBackoffLimit(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setRequestTimeout(REQUEST_MILLIS);
        config.setUserAgent("tenantry");
        return config;
    }

    private static Config read(Connection connection) {
        var file = connection.kubeconfig();
        if (file != null) {
            requireReadable(file);
            return parsed(" " + file, () -> Config.fromKubeconfig(connection.context(), file.toFile()));
        }
        if (usualFiles().isEmpty() && !Files.exists(Path.of(IN_CLUSTER_TOKEN))) {
            throw new ClusterException("there is no kubeconfig; name one with --kubeconfig or KUBECONFIG");
        }
        return parsed("", () -> Config.autoConfigure(connection.context()));
    }

    /** For what is no kubeconfig fabric8 throws exceptions of its own, of its parser's, and of null. */
    private static Config parsed(String name, Supplier<Config> parser) {
        try {
            return parser.get();
        } catch (RuntimeException e) {
            throw new ClusterException("cannot read the kubeconfig" + name + ": it is not valid", e);
        }
    }

    /** The files that are there; one that KUBECONFIG names and that is missing is passed over, as kubectl does. */
    private static List<String> usualFiles() {
        return Config.getKubeconfigFilenames().stream()
                .filter(name -> new File(name).isFile())
                .toList();
    }

    private static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw new ClusterException("kubeconfig " + file + " does not exist");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ClusterException("kubeconfig " + file + " cannot be read");
        }
    }

    private static void requireContext(Config config, Connection connection) {
        var wanted = connection.context();
        var contexts = config.getContexts() == null ? List.<NamedContext>of() : config.getContexts();
        if (wanted != null && contexts.stream().noneMatch(context -> wanted.equals(context.getName()))) {
            throw new ClusterException("the kubeconfig has no context " + wanted + "; it has "
                    + contexts.stream().map(NamedContext::getName).sorted().collect(Collectors.joining(", ")));
        }
        if (connection.kubeconfig() != null && config.getCurrentContext() == null) {
            throw new ClusterException(
                    "kubeconfig " + connection.kubeconfig() + " has no current context; name one with --context");
        }
    }
}
