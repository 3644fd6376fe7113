package io.tenantry.feature.network;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key {@code network} of the cluster profile: how the cluster's own network is made.
 *
 * <pre>{@code
 * NetworkProfileBuilder.builder().dns(DnsProvider.OPENSHIFT).endPort(false).build()
 * }</pre>
 *
 * <p>Given in Java, a null component is not written.
 */
@RecordBuilder
public record NetworkProfile(
        @JsonPropertyDescription("Who answers DNS queries of pods: coredns, nodelocal, gke-clouddns, openshift, or"
                + " custom, which customDNS describes.")
        DnsProvider dns,

        @JsonPropertyDescription("Addresses of the DNS Service, as the kubelet has them; nodelocal needs them.")
        List<String> clusterDNS,

        @JsonPropertyDescription("The DNS servers of dns: custom.") @Nullable
        DnsServers customDNS,

        @JsonPropertyDescription("How the cluster keeps the DNS of tenants apart that ask for dnsIsolation.") @Nullable
        DnsIsolation dnsIsolation,

        @JsonPropertyDescription("Whether the network plugin obeys endPort; without it, ranges of ports are refused.")
        Boolean endPort,

        @JsonPropertyDescription("Whether pods reach IPv4 by NAT64, through 64:ff9b::/96.")
        Boolean nat64,

        @JsonPropertyDescription("The ingress controller that may connect to tenants' pods.") @Nullable
        PlatformPeer ingressController,

        @JsonPropertyDescription("The monitoring that may connect to tenants' pods.") @Nullable
        PlatformPeer monitoring,

        @JsonPropertyDescription("Namespaces of no tenant that tenants may name in their lists.")
        List<String> wellKnownNamespaces) {

    static final NetworkProfile DEFAULTS =
            new NetworkProfile(DnsProvider.COREDNS, List.of(), null, null, true, false, null, null, List.of());

    /** DNS servers: pods of a namespace, addresses, or both. */
    @RecordBuilder
    public record DnsServers(
            @JsonPropertyDescription("Namespace of their pods.") @Nullable
            String namespace,

            @JsonPropertyDescription("Labels of their pods; all pods of the namespace without any.") @Nullable
            Map<String, String> podLabels,

            @JsonPropertyDescription("IP addresses that answer.") @Nullable
            List<String> addresses,

            @JsonPropertyDescription("Their UDP and TCP port; 53 unless written.") @Nullable
            Integer port) {}

    /** The means by which a tenant's DNS is kept apart from the others'. */
    public record DnsIsolation(
            @JsonPropertyDescription("resolver: DNS servers of each tenant's own; plugin or l7-policy: the cluster's"
                    + " DNS servers or network plugin answer by the label tenantry.io/dns-isolation of the Namespace.")
            DnsMeans means,

            @JsonPropertyDescription(
                    "Of resolver: the namespace of their pods, which carry the label tenantry.io/tenant.")
            @Nullable
            String namespace,

            @JsonPropertyDescription("Of resolver: their UDP and TCP port; 53 unless written.") @Nullable
            Integer port) {}

    /** Pods of the platform that may connect to tenants' pods. */
    @RecordBuilder
    public record PlatformPeer(
            @JsonPropertyDescription("Namespace of its pods.")
            String namespace,

            @JsonPropertyDescription("Labels of its pods; all pods of the namespace without any.") @Nullable
            Map<String, String> podLabels,

            @JsonPropertyDescription("The ports of tenants' pods that it connects to; all without any.") @Nullable
            List<PolicyPort> ports) {

        Map<String, String> labels() {
            return podLabels == null ? Map.of() : podLabels;
        }

        List<PolicyPort> portsOrAll() {
            return ports == null ? List.of() : ports;
        }
    }
}
