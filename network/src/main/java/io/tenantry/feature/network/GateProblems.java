package io.tenantry.feature.network;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges the gates of a namespace: what is closed although something asks to pass, and what opens nothing. */
final class GateProblems {
    private final NetworkPlace place;
    private final Network network;
    private final Gates gates;

    private GateProblems(NetworkPlace place) {
        this.place = place;
        this.network = place.network();
        this.gates = place.gates();
    }

    static void check(NetworkPlace place) {
        var problems = new GateProblems(place);
        problems.policyTypes();
        problems.closedGates();
        problems.openGates();
        problems.external();
        problems.kubernetesApi();
        problems.platformPeers();
        problems.dnsIsolation();
    }

    /** Judges a namespace that nothing isolates. */
    static void checkOff(NetworkPlace place) {
        var at = place.at("networkIsolation");
        if (place.gates().strict()) {
            at.error(
                    "NETWORK_OFF_STRICT",
                    "is false but isolationLevel is strict",
                    "remove it, or choose another isolationLevel");
            return;
        }
        boolean own = place.namespace().isWritten("networkIsolation");
        var contradicted = Stream.of(Network.class.getRecordComponents())
                .map(component -> component.getName())
                .filter(key -> !key.equals("networkIsolation"))
                .filter(key -> place.namespace().isWritten(key)
                        || (!own && place.tenant().isWritten(key)))
                .collect(Collectors.joining(", "));
        if (!contradicted.isEmpty()) {
            at.error(
                    "NETWORK_OFF_SECTION",
                    "is false but the section says " + contradicted + ", which nothing would hold",
                    "remove it, or remove the others");
        }
    }

    private void policyTypes() {
        var types = network.policyTypes();
        var at = place.at("policyTypes");
        if (types.isEmpty()) {
            at.error("NETWORK_POLICY_TYPES", "is empty but must name Ingress and Egress", "remove it");
            return;
        }
        for (var type : PolicyType.values()) {
            if (!types.contains(type)) {
                var open = type == PolicyType.INGRESS ? "everybody may connect" : "everything may be reached";
                place.withoutEffect(
                        "policyTypes",
                        "NETWORK_POLICY_TYPES",
                        "leaves " + type + " out, so " + open,
                        "remove it: both directions are closed by default");
            }
        }
    }

    private void closedGates() {
        Effects.of(gates).missing().forEach((key, missing) -> {
            boolean judgedElsewhere = missing.gate().equals("policyTypes") || place.narrows(missing.gate(), key);
            if (place.isWritten(key) && !judgedElsewhere) {
                var fix = missing.gate().isEmpty()
                        ? "remove it, or open what it should narrow"
                        : "write " + missing.gate() + ": true, or remove it";
                place.withoutEffect(key, "NETWORK_GATE_CLOSED", "is written but " + missing.reason(), fix);
            }
        });
    }

    private void openGates() {
        if (network.ingressEnabled() && place.isWritten("ingressEnabled") && !gates.opensIngress()) {
            opensNothing("ingressEnabled", "allowFromSameTenant, allowFromNamespaces or allowFromPods");
        }
        if (network.egressEnabled() && place.isWritten("egressEnabled") && !gates.opensEgress()) {
            opensNothing("egressEnabled", "allowToSameTenant, allowToNamespaces or allowToExternal");
        }
    }

    private void opensNothing(String gate, String keys) {
        place.withoutEffect(
                gate,
                "NETWORK_OPENS_NOTHING",
                "is true but opens nothing",
                "say who passes, in " + keys + ", or write false");
    }

    private void external() {
        if (!network.allowedExternalCIDRs().isEmpty()
                && !network.allowToExternal()
                && !place.narrows("allowToExternal", "allowedExternalCIDRs")) {
            place.at("allowedExternalCIDRs")
                    .error(
                            "NETWORK_EXTERNAL_CLOSED",
                            "names addresses but allowToExternal is false",
                            "write allowToExternal: true, which the list narrows, or remove the list");
        }
    }

    private void kubernetesApi() {
        var api = network.allowToKubernetesApi();
        boolean unknown = gates.apiServer() == null;
        if (unknown && Boolean.TRUE.equals(api)) {
            place.at("allowToKubernetesApi")
                    .error(
                            "NETWORK_API_UNKNOWN",
                            "is true but the cluster profile does not say where the API server is",
                            "write apiServer: {addresses: [...], port: 6443} in the profile, or remove it");
        } else if (unknown && api == null && !gates.strict() && network.egressEnabled()) {
            place.at("allowToKubernetesApi")
                    .notice(
                            "NETWORK_API_UNKNOWN",
                            "is closed, for the cluster profile does not say where the API server is: operators and"
                                    + " leader elections will not work",
                            "write apiServer: {addresses: [...], port: 6443} in the profile");
        }
    }

    private void platformPeers() {
        if (gates.profile().ingressController() == null) {
            unknownPeer("allowFromIngressController", network.allowFromIngressController(), "ingressController");
        }
        if (gates.profile().monitoring() == null) {
            unknownPeer("allowFromMonitoring", network.allowFromMonitoring(), "monitoring");
        }
    }

    private void unknownPeer(String key, @Nullable Boolean asked, String profileKey) {
        if (Boolean.TRUE.equals(asked)) {
            place.at(key)
                    .error(
                            "NETWORK_PEER_UNKNOWN",
                            "is true but the cluster profile has no network." + profileKey,
                            "write network: {" + profileKey + ": {namespace: ...}} in the profile, or remove it");
        }
    }

    private void dnsIsolation() {
        if (Boolean.TRUE.equals(network.dnsIsolation()) && gates.profile().dnsIsolation() == null) {
            place.at("dnsIsolation")
                    .error(
                            "NETWORK_DNS_MEANS",
                            "is true but the cluster profile declares no means, and a NetworkPolicy does not see names",
                            "declare it in the profile as network: {dnsIsolation: {means: ...}}, one of "
                                    + Stream.of(DnsMeans.values())
                                            .map(DnsMeans::toString)
                                            .collect(Collectors.joining(", "))
                                    + "; or remove it");
        }
    }
}
