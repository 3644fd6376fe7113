package io.tenantry.feature.isolation;

import io.tenantry.IsolationLevel;
import java.util.List;

/** What each isolation level says before anything is written. */
final class Presets {
    private static final Isolation STANDARD = Isolation.of(isolation -> isolation
            .podSecurityPolicy(PodSecurityLevel.RESTRICTED)
            .restrictedCapabilities(List.of("NET_ADMIN", "SYS_ADMIN"))
            .allowPrivilegedContainers(false)
            .allowedResources(List.of())
            .allowedRegistries(List.of())
            .blockedRegistries(List.of())
            .imageVerification(false)
            .requireImageDigest(false)
            .dedicatedNodes(false)
            .cpuPinning(false)
            .allowedPriorityClasses(List.of())
            .allowedRuntimeClasses(List.of())
            .appArmor(false)
            .selinux(false)
            .storageIsolation(true)
            .allowedStorageClasses(List.of())
            .pvAccessControl(true)
            .allowExternalNames(false)
            .secretsEncryption(true)
            .encryptionAtRest(false)
            .apiAudit(true)
            .auditLevel(AuditLevel.METADATA));

    private static final Isolation STRICT = IsolationBuilder.builder(STANDARD)
            .restrictedCapabilities(List.of("ALL"))
            .requireImageDigest(true)
            .allowedIngressHosts(List.of())
            .build();

    private static final Isolation PERMISSIVE = IsolationBuilder.builder(STANDARD)
            .podSecurityPolicy(PodSecurityLevel.BASELINE)
            .storageIsolation(false)
            .pvAccessControl(false)
            .allowExternalNames(true)
            .build();

    private Presets() {}

    static Isolation of(IsolationLevel level) {
        return switch (level) {
            case STRICT -> STRICT;
            case STANDARD -> STANDARD;
            case PERMISSIVE -> PERMISSIVE;
        };
    }
}
