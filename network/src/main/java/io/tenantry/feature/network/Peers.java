package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.tenantry.Labels;
import io.tenantry.feature.network.reachability.Cidr;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The peers of rules.
 *
 * <p>Namespaces are selected by labels that tenants cannot set: the tenant's, which only the platform may, and the name,
 * which the API server sets. Never by labels of pods alone.
 */
final class Peers {
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private Peers() {}

    /** All pods in all namespaces of a tenant. */
    static NetworkPolicyPeer tenant(String tenant) {
        return new NetworkPolicyPeerBuilder()
                .withNewNamespaceSelector()
                .addToMatchLabels(Labels.TENANT, tenant)
                .endNamespaceSelector()
                .build();
    }

    /** All pods in these namespaces. */
    static NetworkPolicyPeer namespaces(Collection<String> names) {
        return new NetworkPolicyPeerBuilder()
                .withNamespaceSelector(named(names))
                .build();
    }

    /** Pods with these labels in one namespace: both selectors in one peer, so that both must hold. */
    static NetworkPolicyPeer pods(String namespace, Map<String, String> labels) {
        if (labels.isEmpty()) {
            return namespaces(List.of(namespace));
        }
        return new NetworkPolicyPeerBuilder()
                .withNamespaceSelector(named(List.of(namespace)))
                .withNewPodSelector()
                .withMatchLabels(labels)
                .endPodSelector()
                .build();
    }

    /** Pods by all that is written of them; without a namespace, in the policy's own. */
    static NetworkPolicyPeer pods(PodPeer peer) {
        var selector = new LabelSelectorBuilder();
        if (!peer.labels().isEmpty()) {
            selector.withMatchLabels(peer.labels());
        }
        for (var requirement : peer.requirements()) {
            selector.addNewMatchExpression()
                    .withKey(requirement.key())
                    .withOperator(requirement.operator().toString())
                    .withValues(requirement.valuesOrNone())
                    .endMatchExpression();
        }
        return new NetworkPolicyPeerBuilder()
                .withNamespaceSelector(peer.namespace() == null ? null : named(List.of(peer.namespace())))
                .withPodSelector(selector.build())
                .build();
    }

    /** Addresses without some of them. */
    static NetworkPolicyPeer block(Cidr cidr, List<Cidr> except) {
        return new NetworkPolicyPeerBuilder()
                .withNewIpBlock()
                .withCidr(cidr.toString())
                .withExcept(except.stream().map(Cidr::toString).toList())
                .endIpBlock()
                .build();
    }

    private static LabelSelector named(Collection<String> namespaces) {
        return new LabelSelectorBuilder()
                .addNewMatchExpression()
                .withKey(NAMESPACE_NAME)
                .withOperator("In")
                .withValues(namespaces.stream().distinct().sorted().toList())
                .endMatchExpression()
                .build();
    }
}
