package io.tenantry.feature.isolation;

import io.tenantry.spi.Manifests;
import java.util.List;

/** Keys that no part of this module gives an effect. */
final class WithoutEffect {
    private static final List<String> KEYS = List.of(
            "restrictedCapabilities",
            "allowPrivilegedContainers",
            "allowedRegistries",
            "blockedRegistries",
            "imageVerification",
            "requireImageDigest",
            "dedicatedNodes",
            "nodeAffinity",
            "cpuPinning",
            "allowedPriorityClasses",
            "allowedRuntimeClasses",
            "appArmor",
            "selinux",
            "selinuxLevel",
            "secretsEncryption",
            "encryptionAtRest",
            "apiAudit",
            "auditLevel");

    private WithoutEffect() {}

    static void report(Manifests.Builder out) {
        KEYS.forEach(key -> out.notEnforced(key, "this version of the module isolation has nothing that enforces it"));
    }
}
