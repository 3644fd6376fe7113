package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.tenantry.feature.network.reachability.Direction;
import java.util.List;

/**
 * Makes the NetworkPolicies of a namespace. Each selects all of its pods and speaks of the same directions.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network Policies</a>
 */
final class NetworkPolicies {
    private NetworkPolicies() {}

    static String denyName(String tenant) {
        return "tenant-" + tenant + "-default-deny";
    }

    static String allowName(String tenant) {
        return "tenant-" + tenant;
    }

    static String dnsName(String tenant) {
        return "tenant-" + tenant + "-dns";
    }

    /** Closes a namespace in these directions: nothing in, nothing out. */
    static NetworkPolicy deny(String namespace, String tenant, List<PolicyType> types) {
        return policy(new ObjectMetaBuilder().withNamespace(namespace).withName(denyName(tenant)), types, List.of());
    }

    /** Opens what these rules say, and carries where each of them comes from. */
    static NetworkPolicy allow(String namespace, String name, List<PolicyType> types, List<SourcedRule> rules) {
        var metadata = new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(name)
                .addToAnnotations(RuleSources.ANNOTATION, RuleSources.text(rules));
        return policy(metadata, types, rules);
    }

    private static NetworkPolicy policy(ObjectMetaBuilder metadata, List<PolicyType> types, List<SourcedRule> rules) {
        return new NetworkPolicyBuilder()
                .withMetadata(metadata.build())
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes(types.stream()
                        .distinct()
                        .sorted()
                        .map(PolicyType::toString)
                        .toList())
                .withIngress(in(rules, Direction.INGRESS).stream()
                        .map(NetworkPolicies::ingress)
                        .toList())
                .withEgress(in(rules, Direction.EGRESS).stream()
                        .map(NetworkPolicies::egress)
                        .toList())
                .endSpec()
                .build();
    }

    /** The rules of one direction, in the order in which the policy lists them. */
    static List<SourcedRule> in(List<SourcedRule> rules, Direction direction) {
        return rules.stream().filter(rule -> rule.direction() == direction).toList();
    }

    private static NetworkPolicyIngressRule ingress(SourcedRule rule) {
        return new NetworkPolicyIngressRuleBuilder()
                .withFrom(rule.peers())
                .withPorts(rule.ports().toWire())
                .build();
    }

    private static NetworkPolicyEgressRule egress(SourcedRule rule) {
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(rule.peers())
                .withPorts(rule.ports().toWire())
                .build();
    }
}
