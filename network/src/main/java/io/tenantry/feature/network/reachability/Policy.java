package io.tenantry.feature.network.reachability;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A NetworkPolicy, taken apart once.
 *
 * @param ingress null when the policy does not speak of ingress; then its rules for it mean nothing
 * @param egress the same for egress
 */
record Policy(
        String namespace,
        String key,
        Selector pods,
        @Nullable List<Rule> ingress,
        @Nullable List<Rule> egress) {

    /**
     * The policy as the API server understands it.
     *
     * @throws IllegalArgumentException when the API server would refuse it; the message names the policy
     */
    static Policy of(NetworkPolicy wire) {
        var metadata = wire.getMetadata();
        var namespace = Objects.requireNonNullElse(metadata.getNamespace(), "default");
        var key = namespace + "/" + metadata.getName();
        var spec = Objects.requireNonNullElseGet(wire.getSpec(), NetworkPolicySpec::new);
        try {
            return new Parser(namespace, key, spec).policy();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("NetworkPolicy " + key + ": " + e.getMessage(), e);
        }
    }

    @Nullable
    List<Rule> rules(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }

    /** Reads one policy's spec. */
    private record Parser(String namespace, String key, NetworkPolicySpec spec) {

        Policy policy() {
            var pods = spec.getPodSelector() == null ? Selector.EVERYTHING : Selector.of(spec.getPodSelector());
            return new Policy(
                    namespace, key, pods, speaksOf("Ingress") ? ingress() : null, speaksOf("Egress") ? egress() : null);
        }

        /** Without policyTypes, a policy speaks of ingress, and of egress when it has rules for it. */
        private boolean speaksOf(String type) {
            var types = spec.getPolicyTypes();
            if (types == null || types.isEmpty()) {
                return type.equals("Ingress") || !orNone(spec.getEgress()).isEmpty();
            }
            return types.contains(type);
        }

        private List<Rule> ingress() {
            var rules = new ArrayList<Rule>();
            for (var rule : orNone(spec.getIngress())) {
                rules.add(rule(Direction.INGRESS, rules.size(), orNone(rule.getFrom()), orNone(rule.getPorts())));
            }
            return List.copyOf(rules);
        }

        private List<Rule> egress() {
            var rules = new ArrayList<Rule>();
            for (var rule : orNone(spec.getEgress())) {
                rules.add(rule(Direction.EGRESS, rules.size(), orNone(rule.getTo()), orNone(rule.getPorts())));
            }
            return List.copyOf(rules);
        }

        private Rule rule(
                Direction direction, int index, List<NetworkPolicyPeer> wirePeers, List<NetworkPolicyPort> wirePorts) {
            var peers = new ArrayList<Peer>();
            var decisions = new ArrayList<Decision>();
            if (wirePeers.isEmpty()) {
                peers.add(Peer.Anyone.INSTANCE);
                decisions.add(Decision.by(new Decision.RuleRef(key, direction, index, -1)));
            }
            for (var wire : wirePeers) {
                decisions.add(Decision.by(new Decision.RuleRef(key, direction, index, peers.size())));
                peers.add(peer(wire));
            }
            var ports = wirePorts.isEmpty() ? PortSet.ALL : PortSet.NONE;
            var named = new ArrayList<Rule.NamedPort>();
            for (var wire : wirePorts) {
                var port = wire.getPort();
                if (port != null && port.getStrVal() != null) {
                    named.add(named(wire, port.getStrVal()));
                } else {
                    ports = ports.plus(numbered(wire));
                }
            }
            return new Rule(List.copyOf(peers), ports, List.copyOf(named), List.copyOf(decisions));
        }

        private Peer peer(NetworkPolicyPeer wire) {
            var block = wire.getIpBlock();
            var pods = wire.getPodSelector();
            var namespaces = wire.getNamespaceSelector();
            if (block != null && pods == null && namespaces == null) {
                var except = new ArrayList<Cidr>();
                orNone(block.getExcept()).forEach(text -> except.add(Cidr.parse(text)));
                return new Peer.Block(Cidr.parse(String.valueOf(block.getCidr())), List.copyOf(except));
            }
            if (block != null || (pods == null && namespaces == null)) {
                throw new IllegalArgumentException(
                        "a peer must be either an ipBlock, or selectors of pods, namespaces" + " or both");
            }
            return new Peer.Pods(
                    namespaces == null ? null : Selector.of(namespaces),
                    pods == null ? Selector.EVERYTHING : Selector.of(pods),
                    namespace);
        }

        private static PortSet numbered(NetworkPolicyPort wire) {
            var protocol = protocol(wire);
            if (wire.getPort() == null) {
                if (wire.getEndPort() != null) {
                    throw new IllegalArgumentException("endPort " + wire.getEndPort() + " must have a port before it");
                }
                return PortSet.of(protocol);
            }
            int first = wire.getPort().getIntVal();
            return PortSet.of(protocol, first, Objects.requireNonNullElse(wire.getEndPort(), first));
        }

        private static Rule.NamedPort named(NetworkPolicyPort wire, String name) {
            if (wire.getEndPort() != null || !name.matches("[a-z0-9-]*[a-z][a-z0-9-]*")) {
                throw new IllegalArgumentException("port " + name + " must be a number, or a name without endPort");
            }
            return new Rule.NamedPort(protocol(wire), name);
        }

        private static Protocol protocol(NetworkPolicyPort wire) {
            return wire.getProtocol() == null ? Protocol.TCP : Protocol.valueOf(wire.getProtocol());
        }

        private static <T> List<T> orNone(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }
}
