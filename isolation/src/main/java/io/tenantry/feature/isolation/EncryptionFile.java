package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterFile;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the API server encrypts in etcd: what any tenant asks for, since it chooses by resource and not by namespace.
 *
 * <p>In the place of the key stands a text that is no key, so that the API server does not start before somebody
 * puts one there.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/">Encrypting data at rest</a>
 */
final class EncryptionFile {
    static final String NAME = "encryption-configuration.yaml";
    static final String PLACEHOLDER = "<32 random bytes in base64: head -c 32 /dev/urandom | base64>";

    private static final int FIRST_VERSION_WITH_WILDCARDS = 27;

    private static final String TEXT = """
            # For kube-apiserver --encryption-provider-config. Put a key of your own in the place of the text in <>, and keep
            # this file as secret as the key. What was stored before is encrypted when it is next written.
            apiVersion: apiserver.config.k8s.io/v1
            kind: EncryptionConfiguration
            resources:
            - resources: [%s]
              providers:
              - secretbox:
                  keys:
                  - name: key1
                    secret: "%s"
              - identity: {}
            """;

    private EncryptionFile() {}

    /** Empty when no tenant asks for encryption. */
    static Optional<ClusterFile> of(List<TenantView<Isolation>> tenants, ClusterView cluster) {
        if (any(tenants, Isolation::encryptionAtRest)) {
            return Optional.of(file(everything(cluster)));
        }
        return any(tenants, Isolation::secretsEncryption) ? Optional.of(file("secrets")) : Optional.empty();
    }

    private static ClusterFile file(String resources) {
        return new ClusterFile(NAME, TEXT.formatted(resources, PLACEHOLDER));
    }

    private static String everything(ClusterView cluster) {
        return cluster.kubernetes().atLeast(FIRST_VERSION_WITH_WILDCARDS)
                ? "\"*.*\""
                : "secrets, configmaps, persistentvolumeclaims, pods, serviceaccounts, deployments.apps,"
                        + " statefulsets.apps, daemonsets.apps, replicasets.apps, jobs.batch, cronjobs.batch";
    }

    private static boolean any(List<TenantView<Isolation>> tenants, Predicate<Isolation> asks) {
        return tenants.stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .map(NamespaceView::config)
                .anyMatch(asks);
    }
}
