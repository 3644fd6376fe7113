package io.tenantry.feature.network.reachability;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who can reach whom under a set of NetworkPolicies, and which rule decides.
 *
 * <pre>{@code
 * var reachability = Reachability.under(policies, Map.of("shop", Map.of("team", "web")));
 * var verdict = reachability.verdict(Pod.in("shop", "web-0"), Outside.of("203.0.113.9"), Port.tcp(443));
 * }</pre>
 *
 * <p>Follows the Kubernetes API to the letter: policies only add, a direction that a policy does not declare is none of
 * its business, a named port is resolved by the destination, {@code NotIn} holds where the key is absent, and a pod
 * always reaches itself. Immutable and safe for use by several threads.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network Policies</a>
 */
public final class Reachability {
    /** Set on every Namespace by the API server. */
    static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private final Map<String, Map<String, String>> namespaces;
    private final Map<String, List<Policy>> policies;
    private final IpBlocks ipBlocks;

    private Reachability(
            Map<String, Map<String, String>> namespaces, Map<String, List<Policy>> policies, IpBlocks ipBlocks) {
        this.namespaces = namespaces;
        this.policies = policies;
        this.ipBlocks = ipBlocks;
    }

    /**
     * These policies, in a cluster where ipBlocks apply to pods too.
     *
     * @param namespaces the labels of each namespace by its name; {@code kubernetes.io/metadata.name} need not be said
     * @throws IllegalArgumentException when the API server would refuse a policy
     */
    public static Reachability under(
            Collection<NetworkPolicy> policies, Map<String, ? extends Map<String, String>> namespaces) {
        var labels = new HashMap<String, Map<String, String>>();
        namespaces.forEach((name, given) -> labels.put(name, withName(name, given)));
        var reader = new PolicyReader();
        var byNamespace = new HashMap<String, List<Policy>>();
        for (var wire : policies) {
            var policy = reader.read(wire);
            byNamespace
                    .computeIfAbsent(policy.namespace(), name -> new ArrayList<>())
                    .add(policy);
        }
        return new Reachability(labels, byNamespace, IpBlocks.REACH_PODS);
    }

    /** The same policies under the other reading of ipBlocks. */
    public Reachability with(IpBlocks ipBlocks) {
        return new Reachability(namespaces, policies, ipBlocks);
    }

    /** Whether the source can open a connection to this port of the destination. */
    public Verdict verdict(Endpoint source, Endpoint destination, Port port) {
        if (source instanceof Pod from && destination instanceof Pod to && from.isSame(to)) {
            return new Verdict(Decision.ITSELF, Decision.ITSELF);
        }
        return new Verdict(
                decision(Direction.EGRESS, source, destination, destination, port),
                decision(Direction.INGRESS, destination, source, destination, port));
    }

    private Decision decision(Direction direction, Endpoint self, Endpoint other, Endpoint destination, Port port) {
        if (!(self instanceof Pod pod)) {
            return Decision.OUTSIDE;
        }
        boolean selected = false;
        var own = policies.get(pod.namespace());
        if (own == null) {
            return Decision.NOT_SELECTED;
        }
        var target = destination instanceof Pod to ? to : null;
        for (int i = 0; i < own.size(); i++) {
            var policy = own.get(i);
            var rules = policy.rules(direction);
            if (rules == null || !policy.pods().matches(pod.labels())) {
                continue;
            }
            selected = true;
            for (int j = 0; j < rules.size(); j++) {
                var rule = rules.get(j);
                if (rule.isFor(port, target)) {
                    int peer = peer(rule.peers(), other);
                    if (peer >= 0) {
                        return rule.decisions().get(peer);
                    }
                }
            }
        }
        return selected ? Decision.denied(selecting(direction, own, pod)) : Decision.NOT_SELECTED;
    }

    private static List<String> selecting(Direction direction, List<Policy> policies, Pod pod) {
        var keys = new ArrayList<String>(policies.size());
        for (var policy : policies) {
            if (policy.rules(direction) != null && policy.pods().matches(pod.labels())) {
                keys.add(policy.key());
            }
        }
        return keys;
    }

    /** The index of the first peer that the other end is, or -1. */
    private int peer(List<Peer> peers, Endpoint other) {
        for (int i = 0; i < peers.size(); i++) {
            if (is(peers.get(i), other)) {
                return i;
            }
        }
        return -1;
    }

    private boolean is(Peer peer, Endpoint other) {
        if (peer instanceof Peer.Pods selected) {
            return other instanceof Pod pod
                    && isIn(selected, pod.namespace())
                    && selected.pods().matches(pod.labels());
        }
        if (peer instanceof Peer.Block block) {
            return other instanceof Outside outside
                    ? block.addresses().contains(outside.address())
                    : ipBlocks == IpBlocks.REACH_PODS && containsAny(block, (Pod) other);
        }
        return true;
    }

    private boolean isIn(Peer.Pods peer, String namespace) {
        var selector = peer.namespaces();
        return selector == null ? peer.own().equals(namespace) : selector.matches(labels(namespace));
    }

    private static boolean containsAny(Peer.Block block, Pod pod) {
        for (int i = 0; i < pod.addresses().size(); i++) {
            if (block.addresses().contains(pod.addresses().get(i))) {
                return true;
            }
        }
        return false;
    }

    private Map<String, String> labels(String namespace) {
        var labels = namespaces.get(namespace);
        return labels == null ? Map.of(NAMESPACE_NAME, namespace) : labels;
    }

    static Map<String, String> withName(String name, Map<String, String> labels) {
        var all = new HashMap<>(labels);
        all.put(NAMESPACE_NAME, name);
        return Map.copyOf(all);
    }
}
