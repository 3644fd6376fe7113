package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.PodAnnotations.ALLOWED;
import static io.tenantry.feature.isolation.PodAnnotations.DENIED;
import static io.tenantry.feature.isolation.PodAnnotations.OPTIONAL;
import static io.tenantry.feature.isolation.PodAnnotations.REQUIRED;

import io.tenantry.IsolationLevel;
import io.tenantry.Labels;
import io.tenantry.Tenant;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.TenantView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the policies on pods read of a namespace. */
final class PodSettings {
    private final Tenant tenant;
    private final ClusterView cluster;
    private final String namespace;
    private final Isolation isolation;
    private final Manifests.Builder out;

    private PodSettings(TenantView<Isolation> tenant, NamespaceView<Isolation> namespace, Manifests.Builder out) {
        this.tenant = tenant.tenant();
        this.cluster = tenant.cluster();
        this.namespace = namespace.name();
        this.isolation = namespace.config();
        this.out = out;
    }

    static void add(TenantView<Isolation> tenant, NamespaceView<Isolation> namespace, Manifests.Builder out) {
        var settings = new PodSettings(tenant, namespace, out);
        settings.images();
        settings.containers();
        settings.profiles();
        settings.placement();
        settings.files();
    }

    private void images() {
        var allowed = isolation.allowedRegistries();
        set(
                        PodAnnotations.ALLOWED_REGISTRIES,
                        allowed.isEmpty() ? Annotations.ANY : lines(Registries.normalised(allowed)))
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "allowedRegistries");
        set(PodAnnotations.BLOCKED_REGISTRIES, lines(Registries.normalised(isolation.blockedRegistries())))
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "blockedRegistries");
        set(
                        PodAnnotations.IMAGE_DIGEST,
                        isolation.requireImageDigest() || isolation.imageVerification() ? REQUIRED : OPTIONAL)
                .makesTrue(Enforcement.by(PodsPolicy.NAME), digestKeys());
        ImageVerification.add(namespace, isolation, cluster, out);
        set(PodAnnotations.PULL_POLICY_NEVER, tenant.isolationLevel() == IsolationLevel.PERMISSIVE ? ALLOWED : DENIED);
    }

    /** Without verification, a digest is all that is asked for. */
    private String[] digestKeys() {
        return isolation.imageVerification() || ImageVerification.isPossible(cluster)
                ? new String[] {"requireImageDigest"}
                : new String[] {"requireImageDigest", "imageVerification"};
    }

    private void containers() {
        var restricted = Capabilities.normalised(isolation.restrictedCapabilities());
        set(PodAnnotations.RESTRICTED_CAPABILITIES, lines(restricted))
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "restrictedCapabilities");
        set(PodAnnotations.PRIVILEGED_CONTAINERS, isolation.allowPrivilegedContainers() ? ALLOWED : DENIED)
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "allowPrivilegedContainers");
        set(PodAnnotations.HOST_ACCESS, isolation.podSecurityPolicy() == PodSecurityLevel.PRIVILEGED ? ALLOWED : DENIED)
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "podSecurityPolicy");
        set(PodAnnotations.CPU_PINNING, isolation.cpuPinning() ? REQUIRED : OPTIONAL)
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "cpuPinning");
    }

    private void profiles() {
        set(PodAnnotations.APP_ARMOR, isolation.appArmor() ? REQUIRED : OPTIONAL)
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "appArmor");
        var level = set(PodAnnotations.SELINUX_LEVEL, SelinuxLevels.of(tenant, isolation))
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "selinux");
        if (isolation.selinux()) {
            level.makesTrue(Enforcement.by(PodsPolicy.NAME), "selinuxLevel");
        } else {
            out.notEnforced("selinuxLevel", "selinux is false");
        }
    }

    private void placement() {
        var labels = nodeLabels(tenant, isolation);
        if (!labels.isEmpty()) {
            NodePlacement.mark(namespace, out);
        }
        set(PodAnnotations.NODE_LABELS, lines(selector(labels)))
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "nodeAffinity", "dedicatedNodes");
        set(PodAnnotations.DEDICATED_NODES, isolation.dedicatedNodes() ? REQUIRED : OPTIONAL)
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "dedicatedNodes");
        set(PodAnnotations.ALLOWED_PRIORITY_CLASSES, lines(isolation.allowedPriorityClasses()))
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "allowedPriorityClasses");
        set(PodAnnotations.ALLOWED_RUNTIME_CLASSES, lines(isolation.allowedRuntimeClasses()))
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "allowedRuntimeClasses");
    }

    /** Files of the cluster are merged over all tenants; what this namespace has of them is written here. */
    private void files() {
        set(PodAnnotations.AUDIT_LEVEL, AuditPolicyFile.level(isolation).toString())
                .makesTrue(Enforcement.CLUSTER_FILE, "apiAudit", "auditLevel");
        set(PodAnnotations.ENCRYPTED, encrypted(isolation))
                .makesTrue(Enforcement.CLUSTER_FILE, "secretsEncryption", "encryptionAtRest");
    }

    private static String encrypted(Isolation isolation) {
        return isolation.encryptionAtRest() ? "everything" : isolation.secretsEncryption() ? "secrets" : "nothing";
    }

    /** What the nodeSelector of each pod must have. */
    static Map<String, String> nodeLabels(Tenant tenant, Isolation isolation) {
        var labels = new TreeMap<String, String>();
        if (isolation.nodeAffinity() != null) {
            labels.putAll(isolation.nodeAffinity());
        }
        if (isolation.dedicatedNodes()) {
            labels.put(Labels.TENANT, tenant.name());
        }
        return labels;
    }

    /** As {@code kubectl} takes it, in parts. */
    static List<String> selector(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
    }

    private Manifests.Enforces set(String key, String value) {
        return out.annotate(namespace, key, value);
    }

    private static String lines(Collection<String> entries) {
        return Annotations.lines(entries);
    }
}
