package io.tenantry;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.tenantry.spi.AddOn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster is like: the document of kind {@code ClusterProfile}, without the sections that features own.
 *
 * <pre>{@code
 * ClusterProfileBuilder.builder().kubernetesVersion(KubernetesVersion.parse("1.33")).build()
 * }</pre>
 *
 * <p>Given in Java, a null component is not written and takes its value from {@link #DEFAULTS}; read from a {@link
 * io.tenantry.spi.ClusterView}, only {@code @Nullable} components are null, and what is wrong has been reported and
 * replaced by the default.
 */
@RecordBuilder
public record ClusterProfile(
        @JsonPropertyDescription(
                "Version of the API server, major.minor; decides API versions and what can be enforced.")
        KubernetesVersion kubernetesVersion,

        @JsonPropertyDescription("What the shared admission policies do: deny, warn or audit. Only deny enforces.")
        ValidationAction enforcement,

        @JsonPropertyDescription("Namespace of the platform, for inventories and objects that no tenant owns.")
        String platformNamespace,

        @JsonPropertyDescription("What the cluster's OIDC authenticator puts before user names.")
        String usernamePrefix,

        @JsonPropertyDescription("What the cluster's OIDC authenticator puts before group names.")
        String groupPrefix,

        @JsonPropertyDescription("Address ranges of pods.") List<String> podCIDRs,

        @JsonPropertyDescription("Address ranges of Services.")
        List<String> serviceCIDRs,

        @JsonPropertyDescription("Address ranges of nodes.") List<String> nodeCIDRs,

        @JsonPropertyDescription("Where pods reach the API server.") @Nullable
        ApiServer apiServer,

        @JsonPropertyDescription("Groups of like nodes with what a node can give to pods.")
        List<NodeGroup> nodes,

        @JsonPropertyDescription("What is installed, such as prometheus-operator or velero.")
        List<AddOn> addOns,

        @JsonPropertyDescription("StorageClasses that tenants may use; all when empty.")
        List<String> storageClasses,

        @JsonPropertyDescription("Custom resources that tenants may use, as resource.group.")
        List<String> tenantResources,

        @JsonPropertyDescription("What the platform knowingly leaves unenforced under strict: section.key, or"
                + " ValidatingAdmissionPolicy.")
        List<String> acceptsNotEnforced) {

    /** In {@code acceptsNotEnforced}: all that rests on admission policies, where the version has none. */
    public static final String ADMISSION_POLICIES = "ValidatingAdmissionPolicy";

    /** A profile that states nothing. */
    public static final ClusterProfile DEFAULTS = new ClusterProfile(
            KubernetesVersion.DEFAULT,
            ValidationAction.DENY,
            "tenantry-system",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    /** The API server's addresses as pods see them. */
    public record ApiServer(
            @JsonPropertyDescription("IP addresses.") List<String> addresses,
            @JsonPropertyDescription("TCP port.") Integer port) {}

    /** A number of like nodes, each with this allocatable capacity. */
    @RecordBuilder
    public record NodeGroup(
            @JsonPropertyDescription("How many nodes.") Integer count,

            @JsonPropertyDescription("Allocatable CPU of one node, in cores.")
            Amount cpu,

            @JsonPropertyDescription("Allocatable memory of one node, in bytes.")
            Amount memory,

            @JsonPropertyDescription("Pods that one node takes.") @Nullable
            Integer pods) {}
}
