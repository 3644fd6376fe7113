package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.TenantView;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A StorageClass of the tenant's own, where the profile names who provisions it; another one where volumes are encrypted,
 * since the API server lets nobody change the parameters of one that is there.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/storage-classes/">Storage Classes</a>
 */
final class OwnStorageClasses {
    private static final String PLAIN = "storage";
    private static final String ENCRYPTED = "encrypted";

    private static final String OF_ETCD_ALONE = "says nothing of volumes: they are encrypted in StorageClasses of the"
            + " tenant's own, by the profile's isolation.provisioner and isolation.encryptionParameters";

    private OwnStorageClasses() {}

    /** That of a namespace with these settings; empty where it has none. */
    static Optional<String> of(TenantView<Isolation> tenant, Isolation isolation) {
        return profile(tenant.cluster()).provisioner() == null || !isolation.storageIsolation()
                ? Optional.empty()
                : Optional.of(tenant.objectName(isEncrypted(tenant, isolation) ? ENCRYPTED : PLAIN));
    }

    /** Whether volumes are encrypted where the tenant wants it. */
    static boolean isEncrypted(TenantView<Isolation> tenant, Isolation isolation) {
        var profile = profile(tenant.cluster());
        return isolation.encryptionAtRest()
                && isolation.storageIsolation()
                && profile.provisioner() != null
                && !profile.encryptionParameters().isEmpty();
    }

    /** Those of all namespaces. */
    static void add(TenantView<Isolation> tenant, Manifests.Builder out) {
        var added = new TreeSet<String>();
        for (var namespace : tenant.namespaces()) {
            of(tenant, namespace.config())
                    .filter(added::add)
                    .ifPresent(name -> out.addToCluster(storageClass(tenant, namespace, name))
                            .makesTrue(Enforcement.CONTROLLER, keys(tenant, namespace)));
            if (namespace.config().encryptionAtRest() && !isEncrypted(tenant, namespace.config())) {
                out.implies("encryptionAtRest", OF_ETCD_ALONE);
            }
        }
    }

    private static String[] keys(TenantView<Isolation> tenant, NamespaceView<Isolation> namespace) {
        return isEncrypted(tenant, namespace.config())
                ? new String[] {"storageIsolation", "encryptionAtRest"}
                : new String[] {"storageIsolation"};
    }

    private static HasMetadata storageClass(
            TenantView<Isolation> tenant, NamespaceView<Isolation> namespace, String name) {
        var profile = profile(tenant.cluster());
        var parameters = new TreeMap<>(profile.storageParameters());
        if (isEncrypted(tenant, namespace.config())) {
            parameters.putAll(profile.encryptionParameters());
        }
        var fields = new TreeMap<String, Object>(Map.of(
                "allowVolumeExpansion",
                true,
                "provisioner",
                String.valueOf(profile.provisioner()),
                "reclaimPolicy",
                "Delete",
                "volumeBindingMode",
                "WaitForFirstConsumer"));
        if (!parameters.isEmpty()) {
            fields.put("parameters", parameters);
        }
        return GenericObject.of("storage.k8s.io/v1", "StorageClass", null, name, fields);
    }

    private static IsolationProfile profile(ClusterView cluster) {
        return cluster.profile(IsolationProfile.class);
    }
}
