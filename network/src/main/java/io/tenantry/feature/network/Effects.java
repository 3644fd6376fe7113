package io.tenantry.feature.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which parameters of a namespace ask for something and get nothing. */
final class Effects {
    private static final List<String> INGRESS = List.of(
            "ingressEnabled",
            "allowFromSameTenant",
            "allowFromNamespaces",
            "allowFromPods",
            "allowFromExternalCIDRs",
            "allowFromIngressController",
            "allowFromMonitoring");
    private static final List<String> EGRESS = List.of(
            "egressEnabled",
            "allowToSameTenant",
            "allowToNamespaces",
            "allowToDns",
            "allowToExternal",
            "allowedExternalCIDRs",
            "allowToKubernetesApi");
    private static final List<String> PORTS = List.of("allowedPorts", "blockedPorts");
    private static final String POLICY_TYPES = "policyTypes";

    private final Gates gates;
    private final Network network;
    private final SortedMap<String, Missing> missing = new TreeMap<>();

    /**
     * Why a parameter takes no effect.
     *
     * @param gate the key that takes it away; empty where there is not one
     */
    record Missing(String reason, String gate) {}

    private Effects(Gates gates) {
        this.gates = gates;
        this.network = gates.network();
    }

    static Effects of(Gates gates) {
        var effects = new Effects(gates);
        effects.ingress();
        effects.egress();
        effects.ports();
        return effects;
    }

    SortedMap<String, Missing> missing() {
        return missing;
    }

    /** Those of the keys of everything but DNS that take effect, or ask for nothing. */
    List<String> present() {
        var keys = new ArrayList<String>(INGRESS);
        keys.addAll(EGRESS);
        keys.addAll(PORTS);
        keys.remove("allowToDns");
        keys.removeAll(missing.keySet());
        return keys;
    }

    private void ingress() {
        if (!gates.closes(PolicyType.INGRESS)) {
            INGRESS.forEach(key -> missing.put(
                    key, new Missing("policyTypes leaves Ingress out, so everybody may connect", POLICY_TYPES)));
        } else if (!network.ingressEnabled()) {
            var gate = "ingressEnabled";
            closed("allowFromNamespaces", !network.allowFromNamespaces().isEmpty(), gate);
            closed("allowFromPods", !network.allowFromPods().isEmpty(), gate);
            closed("allowFromExternalCIDRs", !network.allowFromExternalCIDRs().isEmpty(), gate);
            closed("allowFromIngressController", isTrue(network.allowFromIngressController()), gate);
            closed("allowFromMonitoring", isTrue(network.allowFromMonitoring()), gate);
        }
    }

    private void egress() {
        if (!gates.closes(PolicyType.EGRESS)) {
            EGRESS.forEach(key -> missing.put(
                    key, new Missing("policyTypes leaves Egress out, so everything may be reached", POLICY_TYPES)));
            if (gates.dnsMeans().filter(means -> means == DnsMeans.RESOLVER).isPresent()) {
                missing.put("dnsIsolation", new Missing("policyTypes leaves Egress out", POLICY_TYPES));
            }
        } else if (!network.egressEnabled()) {
            var gate = "egressEnabled";
            closed("allowToNamespaces", !network.allowToNamespaces().isEmpty(), gate);
            closed("allowToExternal", network.allowToExternal(), gate);
            closed("allowedExternalCIDRs", !network.allowedExternalCIDRs().isEmpty(), gate);
            closed("allowToKubernetesApi", isTrue(network.allowToKubernetesApi()), gate);
        }
    }

    private void ports() {
        if (!gates.hasRuleWithPorts()) {
            var nothing = new Missing("no rule of this namespace has ports that it could narrow", "");
            if (!network.allowedPorts().isEmpty()) {
                missing.put("allowedPorts", nothing);
            }
            if (!network.blockedPorts().isEmpty()) {
                missing.put("blockedPorts", nothing);
            }
        }
    }

    private void closed(String key, boolean asks, String gate) {
        if (asks) {
            missing.put(key, new Missing(gate + " is false", gate));
        }
    }

    private static boolean isTrue(@Nullable Boolean written) {
        return Boolean.TRUE.equals(written);
    }
}
