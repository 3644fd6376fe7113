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
 * NetworkProfileBuilder.builder().dns(DnsProvider.OPENSHIFT).build()
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
        DnsServers customDNS) {

    static final NetworkProfile DEFAULTS = new NetworkProfile(DnsProvider.COREDNS, List.of(), null);

    /** DNS servers: pods of a namespace, addresses, or both. */
    @RecordBuilder
    public record DnsServers(
            @JsonPropertyDescription("Namespace of their pods.") @Nullable
            String namespace,

            @JsonPropertyDescription("Labels of their pods; all pods of the namespace without any.") @Nullable
            Map<String, String> podLabels,

            @JsonPropertyDescription("IP addresses that answer.") @Nullable
            List<String> addresses,

            @JsonPropertyDescription("UDP and TCP port of the pods or addresses; 53 unless written.") @Nullable
            Integer port) {}
}
