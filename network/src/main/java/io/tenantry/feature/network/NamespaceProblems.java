package io.tenantry.feature.network;

import io.tenantry.ClusterProfile;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import io.tenantry.validation.Names;
import io.tenantry.validation.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the namespaces that tenants name: each must be known, and another tenant's must name this one in return. One
 * side alone opens nothing, for its rule would wait for a namespace of that name, whoever gets it.
 */
final class NamespaceProblems {
    private final Map<String, Owned> owned = new HashMap<>();
    private final Set<String> ofNobody;
    private final Set<String> known;

    /** A namespace and the tenant that has it. */
    private record Owned(TenantView<Network> tenant, NamespaceView<Network> namespace) {}

    private NamespaceProblems(List<TenantView<Network>> tenants, ClusterView cluster) {
        for (var tenant : tenants) {
            tenant.namespaces().forEach(namespace -> owned.putIfAbsent(namespace.name(), new Owned(tenant, namespace)));
        }
        ofNobody = ofNobody(cluster.profile(), cluster.profile(NetworkProfile.class));
        known = new TreeSet<>(owned.keySet());
        known.addAll(ofNobody);
    }

    static void check(List<TenantView<Network>> tenants, Problems problems) {
        if (tenants.isEmpty()) {
            return;
        }
        var judge = new NamespaceProblems(tenants, tenants.get(0).cluster());
        for (var tenant : tenants) {
            for (var namespace : tenant.namespaces()) {
                judge.judge(NetworkPlace.of(tenant, namespace, problems.of(tenant.tenant())));
            }
        }
    }

    private void judge(NetworkPlace place) {
        var network = place.network();
        for (int i = 0; i < network.allowFromNamespaces().size(); i++) {
            ingress(place, network.allowFromNamespaces().get(i), place.at("allowFromNamespaces", i));
        }
        for (int i = 0; i < network.allowFromPods().size(); i++) {
            var named = network.allowFromPods().get(i).namespace();
            if (named != null) {
                ingress(place, named, place.at("allowFromPods", i).at("namespace"));
            }
        }
        for (int i = 0; i < network.allowToNamespaces().size(); i++) {
            egress(place, network.allowToNamespaces().get(i), place.at("allowToNamespaces", i));
        }
    }

    private void ingress(NetworkPlace place, String named, Problems at) {
        var other = other(place, named, at);
        if (other != null
                && !other.namespace()
                        .config()
                        .allowToNamespaces()
                        .contains(place.namespace().name())) {
            refused(place, other, at, "allowToNamespaces");
        }
    }

    private void egress(NetworkPlace place, String named, Problems at) {
        var other = other(place, named, at);
        if (other != null
                && !letsIn(other.namespace().config(), place.namespace().name())) {
            refused(place, other, at, "allowFromNamespaces");
        }
    }

    private static boolean letsIn(Network network, String namespace) {
        return network.allowFromNamespaces().contains(namespace)
                || network.allowFromPods().stream().anyMatch(peer -> namespace.equals(peer.namespace()));
    }

    /** The namespace where it is another tenant's; null where nobody need be asked, or nobody has it. */
    private @Nullable Owned other(NetworkPlace place, String named, Problems at) {
        var flaw = Names.label(named);
        var owner = owned.get(named);
        if (flaw.isPresent()) {
            at.error("NETWORK_NAMESPACE_NAME", flaw.get().message(), flaw.get().fix());
        } else if (owner == null && !ofNobody.contains(named)) {
            at.error(
                    "NETWORK_NAMESPACE_UNKNOWN",
                    "is " + named + ", which is no namespace of the tenants read and none of the cluster profile",
                    Suggestion.nearest(named, known)
                                    .map(nearest -> "write " + nearest + ", or ")
                                    .orElse("")
                            + "pass the file of the tenant that has it too, or add it to network.wellKnownNamespaces"
                            + " of the profile");
        }
        return owner == null || owner.tenant().tenant().equals(place.tenant().tenant()) ? null : owner;
    }

    private static void refused(NetworkPlace place, Owned other, Problems at, String consent) {
        var name = other.tenant().tenant().name();
        var namespace = place.namespace().name();
        at.error(
                "NETWORK_NAMESPACE_REFUSED",
                "is " + other.namespace().name() + " of tenant " + name + ", which does not name " + namespace + " in "
                        + consent,
                "write network: {" + consent + ": [" + namespace + "]} for " + name + ", or remove it here");
    }

    private static Set<String> ofNobody(ClusterProfile cluster, NetworkProfile profile) {
        var names = new TreeSet<>(profile.wellKnownNamespaces());
        names.add(cluster.platformNamespace());
        Stream.of(profile.ingressController(), profile.monitoring())
                .filter(Objects::nonNull)
                .forEach(peer -> names.add(peer.namespace()));
        return names;
    }
}
