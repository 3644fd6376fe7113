package io.tenantry.feature.network;

import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.Facts;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Problems;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import java.util.List;

/**
 * The section {@code network}: three <a
 * href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">NetworkPolicies</a> for each
 * namespace, one that closes it, one that opens what the section says, and one for DNS.
 */
public final class NetworkContributor implements ClusterContributor<Network> {
    /** The section, for those who look at rendered tenants. */
    public static final Section<Network> SECTION = Section.named("network", Network.class, Network::defaults)
            .describedAs("Who may talk to the tenant's pods, and to whom they may talk.")
            .withShorthand("networkIsolation", "dnsIsolation", "ingressEnabled", "egressEnabled")
            .withProfile(NetworkProfile.DEFAULTS);

    @Override
    public Section<Network> section() {
        return SECTION;
    }

    @Override
    public void publish(TenantView<Network> tenant, Facts.Builder facts) {
        var gates = tenant.namespaces().stream()
                .map(namespace -> Gates.of(tenant, namespace))
                .toList();
        if (gates.stream().allMatch(Gates::isolates)) {
            facts.publish(Facts.NETWORK_ISOLATED, true);
        }
        if (gates.stream().allMatch(gate -> gate.dnsMeans().isPresent())) {
            gates.get(0).dnsMeans().ifPresent(means -> facts.publish(Facts.DNS_MEANS, means.toString()));
        }
    }

    @Override
    public void validate(TenantView<Network> tenant, Problems problems) {
        var addresses = ClusterAddresses.of(tenant.cluster().profile());
        for (var namespace : tenant.namespaces()) {
            var place = NetworkPlace.of(tenant, namespace, problems);
            if (namespace.config().networkIsolation()) {
                GateProblems.check(place);
                PortProblems.check(place);
                CidrProblems.check(place, addresses);
                PodPeerProblems.check(place);
            } else {
                GateProblems.checkOff(place);
            }
        }
    }

    @Override
    public void validateAll(List<TenantView<Network>> tenants, Problems problems) {
        NamespaceProblems.check(tenants, problems);
        if (!tenants.isEmpty()) {
            ProfileProblems.check(tenants.get(0).cluster(), problems.inProfile());
        }
    }

    @Override
    public Manifests contribute(TenantView<Network> tenant) {
        var cluster = tenant.cluster();
        var internet = new Internet(
                ClusterAddresses.of(cluster.profile()),
                cluster.profile(NetworkProfile.class).nat64());
        var out = Manifests.builder();
        for (var namespace : tenant.namespaces()) {
            NamespacePolicies.add(tenant, namespace, internet, out);
        }
        return out.build();
    }
}
