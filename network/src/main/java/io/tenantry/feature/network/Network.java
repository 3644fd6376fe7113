package io.tenantry.feature.network;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.tenantry.IsolationLevel;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code network}: gates that are open or closed, and lists that narrow what an open gate lets through.
 *
 * <pre>{@code
 * Network.of(network -> network.egressEnabled(true).allowToExternal(true).allowedPorts(List.of(PolicyPort.tcp(443))))
 * }</pre>
 *
 * <p>Given in Java, a null component is not written. In a config that a contributor sees, only {@code @Nullable}
 * components are null; then the level and the cluster profile decide, as their description says.
 */
@RecordBuilder
public record Network(
        @JsonPropertyDescription("Whether NetworkPolicies keep the tenant apart from everybody else.")
        Boolean networkIsolation,

        @JsonPropertyDescription("Whether the tenant's DNS is kept apart, by the means that the profile declares in"
                + " network.dnsIsolation; false without it.")
        @Nullable
        Boolean dnsIsolation,

        @JsonPropertyDescription("Which directions are closed by default; both, unless you know why not.")
        List<PolicyType> policyTypes,

        @JsonPropertyDescription("Gate of everything that comes in, but for the own tenant.")
        Boolean ingressEnabled,

        @JsonPropertyDescription("Whether pods of all namespaces of the tenant may connect to these pods.")
        Boolean allowFromSameTenant,

        @JsonPropertyDescription("Namespaces whose pods may connect to these pods; another tenant's must name this one"
                + " in its allowToNamespaces.")
        List<String> allowFromNamespaces,

        @JsonPropertyDescription(
                "Pods that may connect to these pods: by labels, in this namespace unless another is" + " named.")
        List<PodPeer> allowFromPods,

        @JsonPropertyDescription("Address blocks outside of the cluster that may connect to these pods.")
        List<String> allowFromExternalCIDRs,

        @JsonPropertyDescription("Whether the profile's ingressController may connect to these pods; without it, where"
                + " the profile has one, except under strict.")
        @Nullable
        Boolean allowFromIngressController,

        @JsonPropertyDescription("Whether the profile's monitoring may connect to these pods; without it, where the"
                + " profile has it, except under strict.")
        @Nullable
        Boolean allowFromMonitoring,

        @JsonPropertyDescription("Gate of everything that goes out, but for the own tenant and DNS.")
        Boolean egressEnabled,

        @JsonPropertyDescription("Whether these pods may connect to pods of all namespaces of the tenant.")
        Boolean allowToSameTenant,

        @JsonPropertyDescription("Namespaces whose pods these pods may connect to; another tenant's must name this one"
                + " in its allowFromNamespaces or allowFromPods.")
        List<String> allowToNamespaces,

        @JsonPropertyDescription("Whether these pods may ask the DNS servers of the cluster.")
        Boolean allowToDns,

        @JsonPropertyDescription("Whether these pods may connect to the internet; never to private addresses, the"
                + " cluster's own and metadata services.")
        Boolean allowToExternal,

        @JsonPropertyDescription("Narrows allowToExternal to these address blocks.")
        List<String> allowedExternalCIDRs,

        @JsonPropertyDescription("Whether these pods may connect to the API server; without it, where the profile says"
                + " where that is, except under strict.")
        @Nullable
        Boolean allowToKubernetesApi,

        @JsonPropertyDescription("Narrows every rule but DNS and the platform's to these ports of pods: 80, 53/UDP,"
                + " 8000-8100, http; all when empty.")
        List<PolicyPort> allowedPorts,

        @JsonPropertyDescription(
                "Takes these ports out of allowedPorts, or out of all; by every protocol unless one is" + " named.")
        List<PolicyPort> blockedPorts) {

    /** The parameters that are set in {@code values}, and no other. */
    public static Network of(UnaryOperator<NetworkBuilder> values) {
        return values.apply(NetworkBuilder.builder()).build();
    }

    static Network defaults(IsolationLevel level) {
        boolean gates = level != IsolationLevel.STRICT;
        return of(network -> network.networkIsolation(true)
                .policyTypes(List.of(PolicyType.values()))
                .ingressEnabled(gates)
                .allowFromSameTenant(true)
                .allowFromNamespaces(List.of())
                .allowFromPods(List.of())
                .allowFromExternalCIDRs(List.of())
                .egressEnabled(gates)
                .allowToSameTenant(true)
                .allowToNamespaces(List.of())
                .allowToDns(true)
                .allowToExternal(level == IsolationLevel.PERMISSIVE)
                .allowedExternalCIDRs(List.of())
                .allowedPorts(List.of())
                .blockedPorts(List.of()));
    }
}
