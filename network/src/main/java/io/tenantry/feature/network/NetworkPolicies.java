package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.tenantry.feature.network.reachability.Direction;
import java.util.List;
import java.util.Map;

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
        return policy(metadata(namespace, denyName(tenant)), types, List.of());
    }

    /** Opens what these rules say, and carries where each of them comes from. */
    static NetworkPolicy allow(String namespace, String name, List<PolicyType> types, List<SourcedRule> rules) {
        var metadata = metadata(namespace, name);
        metadata.setAnnotations(Map.of(RuleSources.ANNOTATION, RuleSources.text(rules)));
        return policy(metadata, types, rules);
    }

    private static NetworkPolicy policy(ObjectMeta metadata, List<PolicyType> types, List<SourcedRule> rules) {
        var spec = new NetworkPolicySpec();
        spec.setPodSelector(new LabelSelector());
        spec.setPolicyTypes(
                types.stream().distinct().sorted().map(PolicyType::toString).toList());
        spec.setIngress(in(rules, Direction.INGRESS).stream()
                .map(NetworkPolicies::ingress)
                .toList());
        spec.setEgress(in(rules, Direction.EGRESS).stream()
                .map(NetworkPolicies::egress)
                .toList());
        var policy = new NetworkPolicy();
        policy.setMetadata(metadata);
        policy.setSpec(spec);
        return policy;
    }

    private static ObjectMeta metadata(String namespace, String name) {
        var metadata = new ObjectMeta();
        metadata.setNamespace(namespace);
        metadata.setName(name);
        return metadata;
    }

    /** The rules of one direction, in the order in which the policy lists them. */
    static List<SourcedRule> in(List<SourcedRule> rules, Direction direction) {
        return rules.stream().filter(rule -> rule.direction() == direction).toList();
    }

    private static NetworkPolicyIngressRule ingress(SourcedRule rule) {
        var ingress = new NetworkPolicyIngressRule();
        ingress.setFrom(rule.peers());
        ingress.setPorts(rule.ports().toWire());
        return ingress;
    }

    private static NetworkPolicyEgressRule egress(SourcedRule rule) {
        var egress = new NetworkPolicyEgressRule();
        egress.setTo(rule.peers());
        egress.setPorts(rule.ports().toWire());
        return egress;
    }
}
