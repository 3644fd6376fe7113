package io.tenantry.feature.network;

import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Facts;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;

/**
 * The section {@code network}: three <a
 * href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">NetworkPolicies</a> for each
 * namespace, one that closes it, one that opens what the section says, and one for DNS.
 */
public final class NetworkContributor implements ManifestContributor<Network> {
    /** The section, for those who look at rendered tenants. */
    public static final Section<Network> SECTION = Section.named("network", Network.class, Network::defaults)
            .describedAs("Who may talk to the tenant's pods, and to whom they may talk.")
            .withShorthand("networkIsolation")
            .withProfile(NetworkProfile.DEFAULTS);

    private static final String[] OPENINGS = {"allowFromSameTenant", "allowToSameTenant"};
    private static final String[] DNS = {"allowToDns"};

    @Override
    public Section<Network> section() {
        return SECTION;
    }

    @Override
    public void publish(TenantView<Network> tenant, Facts.Builder facts) {
        if (tenant.namespaces().stream()
                .allMatch(namespace -> namespace.config().networkIsolation())) {
            facts.publish(Facts.NETWORK_ISOLATED, true);
        }
    }

    @Override
    public Manifests contribute(TenantView<Network> tenant) {
        var out = Manifests.builder();
        for (var namespace : tenant.namespaces()) {
            if (namespace.config().networkIsolation()) {
                isolate(tenant, namespace, out);
            } else {
                leaveOpen(out);
            }
        }
        return out.build();
    }

    private static void leaveOpen(Manifests.Builder out) {
        for (var component : Network.class.getRecordComponents()) {
            out.notEnforced(component.getName(), "networkIsolation is false, so nothing keeps this namespace apart");
        }
    }

    private static void isolate(TenantView<Network> tenant, NamespaceView<Network> namespace, Manifests.Builder out) {
        var name = tenant.tenant().name();
        var rules = new NamespaceRules(tenant, namespace);
        var allow = rules.rules();
        var dns = rules.dns();
        var deny = out.add(NetworkPolicies.deny(namespace.name(), name))
                .makesTrue(Enforcement.NETWORK_PLUGIN, "networkIsolation");
        if (allow.isEmpty()) {
            deny.makesTrue(Enforcement.NETWORK_PLUGIN, OPENINGS);
        }
        if (dns.isEmpty()) {
            deny.makesTrue(Enforcement.NETWORK_PLUGIN, DNS);
        }
        if (!allow.isEmpty()) {
            out.add(NetworkPolicies.allow(namespace.name(), NetworkPolicies.allowName(name), allow))
                    .makesTrue(Enforcement.NETWORK_PLUGIN, OPENINGS);
        }
        if (!dns.isEmpty()) {
            out.add(NetworkPolicies.allow(namespace.name(), NetworkPolicies.dnsName(name), dns))
                    .makesTrue(Enforcement.NETWORK_PLUGIN, DNS);
        }
    }
}
