package io.tenantry.feature.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who answers the DNS queries of pods. */
public enum DnsProvider {
    /** Pods {@code k8s-app=kube-dns} in {@code kube-system}: CoreDNS and kube-dns. */
    @JsonProperty("coredns")
    COREDNS,

    /** The same behind NodeLocal DNSCache, which answers on the node under 169.254.20.10 and the Service's address. */
    @JsonProperty("nodelocal")
    NODELOCAL,

    /** Cloud DNS for GKE, on port 53 of the metadata server's address. */
    @JsonProperty("gke-clouddns")
    GKE_CLOUDDNS,

    /** The DNS operator of OpenShift, whose pods listen on port 5353. */
    @JsonProperty("openshift")
    OPENSHIFT,

    /** Whatever {@link NetworkProfile#customDNS()} says. */
    @JsonProperty("custom")
    CUSTOM
}
