package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantry.Labels;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;

/** The policies of one namespace, and which parameters each of them makes true. */
final class NamespacePolicies {
    /** The label of a Namespace whose DNS the cluster keeps apart; its value is the means. */
    static final String DNS_LABEL = Labels.PREFIX + "dns-isolation";

    private final String tenant;
    private final String namespace;
    private final Gates gates;
    private final Effects effects;
    private final Manifests.Builder out;

    private NamespacePolicies(TenantView<Network> tenant, NamespaceView<Network> namespace, Manifests.Builder out) {
        this.tenant = tenant.tenant().name();
        this.namespace = namespace.name();
        this.gates = Gates.of(tenant, namespace);
        this.effects = Effects.of(gates);
        this.out = out;
    }

    static void add(
            TenantView<Network> tenant, NamespaceView<Network> namespace, Internet internet, Manifests.Builder out) {
        var policies = new NamespacePolicies(tenant, namespace, out);
        if (namespace.config().networkIsolation()) {
            policies.isolate(internet);
        } else {
            policies.leaveOpen();
        }
    }

    private void leaveOpen() {
        for (var component : Network.class.getRecordComponents()) {
            out.notEnforced(component.getName(), "networkIsolation is false, so nothing keeps this namespace apart");
        }
    }

    private void isolate(Internet internet) {
        var types = gates.network().policyTypes();
        var rules = NamespaceRules.of(tenant, gates, internet);
        var dns = NamespaceRules.dns(tenant, gates);
        var closed = new ArrayList<>(List.of("networkIsolation", "policyTypes"));
        if (rules.isEmpty()) {
            closed.addAll(effects.present());
        }
        if (dns.isEmpty()) {
            closed.addAll(dnsKeys());
        }
        add(NetworkPolicies.deny(namespace, tenant, types), closed);
        if (!rules.isEmpty()) {
            var name = NetworkPolicies.allowName(tenant);
            add(NetworkPolicies.allow(namespace, name, types, rules), effects.present());
        }
        if (!dns.isEmpty()) {
            add(NetworkPolicies.allow(namespace, NetworkPolicies.dnsName(tenant), types, dns), dnsKeys());
        }
        gates.dnsMeans()
                .filter(means -> means != DnsMeans.RESOLVER)
                .ifPresent(means -> out.label(namespace, DNS_LABEL, means.toString())
                        .makesTrue(means.enforcement(), "dnsIsolation"));
        effects.missing().forEach((key, missing) -> out.notEnforced(key, missing.reason()));
    }

    /** What the policy for DNS makes true: not the isolation where the cluster does it by a label. */
    private List<String> dnsKeys() {
        var keys = new ArrayList<>(List.of("allowToDns", "dnsIsolation"));
        if (gates.dnsMeans().filter(means -> means != DnsMeans.RESOLVER).isPresent()) {
            keys.remove("dnsIsolation");
        }
        keys.removeAll(effects.missing().keySet());
        return keys;
    }

    private void add(NetworkPolicy policy, List<String> keys) {
        out.add(policy).makesTrue(Enforcement.NETWORK_PLUGIN, keys.toArray(String[]::new));
    }
}
