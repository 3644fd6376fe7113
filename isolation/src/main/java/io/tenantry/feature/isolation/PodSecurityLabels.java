package io.tenantry.feature.isolation;

import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import java.util.List;

/**
 * Labels by which Pod Security Admission judges a namespace's pods.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Pod Security Admission</a>
 */
final class PodSecurityLabels {
    private static final String PREFIX = "pod-security.kubernetes.io/";
    private static final List<String> MODES = List.of("enforce", "audit", "warn");

    private PodSecurityLabels() {}

    /** The level in all three modes, by the standard's newest version that the cluster knows. */
    static void add(NamespaceView<Isolation> namespace, Manifests.Builder out) {
        var level = namespace.config().podSecurityPolicy().toString();
        for (var mode : MODES) {
            out.label(namespace.name(), PREFIX + mode, level).makesTrue(Enforcement.POD_SECURITY, "podSecurityPolicy");
            out.label(namespace.name(), PREFIX + mode + "-version", "latest");
        }
    }
}
