package io.tenantry.feature.isolation;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code isolation}: what a tenant may not do in its own namespaces, whatever its roles allow.
 *
 * <pre>{@code
 * Isolation.of(isolation -> isolation.allowedRegistries(List.of("gcr.io")).allowedIngressHosts(List.of("*.acme.example")))
 * }</pre>
 *
 * <p>Given in Java, a null component is not written. In a config that a contributor sees, only {@code @Nullable}
 * components are null.
 */
@RecordBuilder
public record Isolation(
        @JsonPropertyDescription("Pod Security Standard that pods must meet: privileged, baseline or restricted.")
        PodSecurityLevel podSecurityPolicy,

        @JsonPropertyDescription("Linux capabilities that no container may add; ALL for every one.")
        List<String> restrictedCapabilities,

        @JsonPropertyDescription("Whether containers may be privileged; Pod Security must then be privileged too.")
        Boolean allowPrivilegedContainers,

        @JsonPropertyDescription("Resources that may be created, such as deployments; all when empty.")
        List<String> allowedResources,

        @JsonPropertyDescription("Registries, or repositories in them, that images may come from; any when empty.")
        List<String> allowedRegistries,

        @JsonPropertyDescription("Registries, or repositories in them, that no image may come from.")
        List<String> blockedRegistries,

        @JsonPropertyDescription("Whether the signatures of images are verified.")
        Boolean imageVerification,

        @JsonPropertyDescription("Whether images must be named by digest.")
        Boolean requireImageDigest,

        @JsonPropertyDescription("Whether the tenant's pods run on nodes of its own.")
        Boolean dedicatedNodes,

        @JsonPropertyDescription("Labels that a node must have for the tenant's pods.") @Nullable
        Map<String, String> nodeAffinity,

        @JsonPropertyDescription("Whether containers get whole CPUs to themselves.")
        Boolean cpuPinning,

        @JsonPropertyDescription("PriorityClasses that pods may name; none but the cluster's default when empty.")
        List<String> allowedPriorityClasses,

        @JsonPropertyDescription("RuntimeClasses that pods may name; none when empty.")
        List<String> allowedRuntimeClasses,

        @JsonPropertyDescription("Whether pods must run under an AppArmor profile.")
        Boolean appArmor,

        @JsonPropertyDescription("Whether pods run under an SELinux level of the tenant's own.")
        Boolean selinux,

        @JsonPropertyDescription("The SELinux level, such as s0:c12,c345; from the tenant's name when not written.")
        @Nullable
        String selinuxLevel,

        @JsonPropertyDescription("Whether volumes come only from allowed StorageClasses, never inline from a driver.")
        Boolean storageIsolation,

        @JsonPropertyDescription("StorageClasses that claims may name, beside those that the profile lists.")
        List<String> allowedStorageClasses,

        @JsonPropertyDescription("Whether claims may not choose their volume, by name or by selector.")
        Boolean pvAccessControl,

        @JsonPropertyDescription(
                "Hosts that Ingresses may serve: exact names, or *.acme.example for one more label; any when not"
                        + " written, save under strict.")
        @Nullable
        List<String> allowedIngressHosts,

        @JsonPropertyDescription("Whether Services may be of type ExternalName.")
        Boolean allowExternalNames,

        @JsonPropertyDescription("Whether Secrets are encrypted in etcd.")
        Boolean secretsEncryption,

        @JsonPropertyDescription("Whether volumes, and all that etcd can encrypt, are encrypted at rest.")
        Boolean encryptionAtRest,

        @JsonPropertyDescription("Whether requests of the tenant are in the API server's audit log.")
        Boolean apiAudit,

        @JsonPropertyDescription(
                "How much of a request the audit log keeps: None, Metadata, Request or RequestResponse.")
        AuditLevel auditLevel) {

    /** The parameters that are set in {@code values}, and no other. */
    public static Isolation of(UnaryOperator<IsolationBuilder> values) {
        return values.apply(IsolationBuilder.builder()).build();
    }
}
