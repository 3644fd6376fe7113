package io.tenantry.feature.network.reachability;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.tenantry.feature.network.reachability.Decision.RuleRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes policies apart as the API server understands them. Parts that many policies have in common are kept once, so
 * one reader is for one set; not safe for use by several threads.
 */
final class PolicyReader {
    private final Map<LabelSelector, Selector> selectors = new HashMap<>();
    private final Map<IPBlock, Peer.Block> blocks = new HashMap<>();
    private final Map<List<NetworkPolicyPort>, Ports> ports = new HashMap<>();

    /** The ports of a rule, by number and by name. */
    private record Ports(PortSet numbered, List<Rule.NamedPort> named) {
        static final Ports ALL = new Ports(PortSet.ALL, List.of());
    }

    /**
     * A policy, taken apart.
     *
     * @throws IllegalArgumentException when the API server would refuse it; the message names the policy
     */
    Policy read(NetworkPolicy wire) {
        var metadata = wire.getMetadata();
        var namespace = Objects.requireNonNullElse(metadata.getNamespace(), "default");
        var key = namespace + "/" + metadata.getName();
        var spec = Objects.requireNonNullElseGet(wire.getSpec(), NetworkPolicySpec::new);
        try {
            var pods = spec.getPodSelector() == null ? Selector.EVERYTHING : selector(spec.getPodSelector());
            return new Policy(namespace, key, pods, ingress(namespace, key, spec), egress(namespace, key, spec));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("NetworkPolicy " + key + ": " + e.getMessage(), e);
        }
    }

    private @Nullable List<Rule> ingress(String namespace, String key, NetworkPolicySpec spec) {
        if (!speaksOf("Ingress", spec)) {
            return null;
        }
        var rules = new ArrayList<Rule>();
        for (var rule : orNone(spec.getIngress())) {
            var where = new RuleRef(key, Direction.INGRESS, rules.size(), -1);
            rules.add(rule(namespace, where, orNone(rule.getFrom()), orNone(rule.getPorts())));
        }
        return List.copyOf(rules);
    }

    private @Nullable List<Rule> egress(String namespace, String key, NetworkPolicySpec spec) {
        if (!speaksOf("Egress", spec)) {
            return null;
        }
        var rules = new ArrayList<Rule>();
        for (var rule : orNone(spec.getEgress())) {
            var where = new RuleRef(key, Direction.EGRESS, rules.size(), -1);
            rules.add(rule(namespace, where, orNone(rule.getTo()), orNone(rule.getPorts())));
        }
        return List.copyOf(rules);
    }

    /** Without policyTypes, a policy speaks of ingress, and of egress when it has rules for it. */
    private static boolean speaksOf(String type, NetworkPolicySpec spec) {
        var types = spec.getPolicyTypes();
        if (types == null || types.isEmpty()) {
            return type.equals("Ingress") || !orNone(spec.getEgress()).isEmpty();
        }
        return types.contains(type);
    }

    private Rule rule(
            String namespace, RuleRef where, List<NetworkPolicyPeer> wirePeers, List<NetworkPolicyPort> wirePorts) {
        var peers = new ArrayList<Peer>(wirePeers.size());
        var decisions = new ArrayList<Decision>(wirePeers.size());
        if (wirePeers.isEmpty()) {
            peers.add(Peer.Anyone.INSTANCE);
            decisions.add(Decision.by(where));
        }
        for (var wire : wirePeers) {
            decisions.add(Decision.by(new RuleRef(where.policy(), where.direction(), where.rule(), peers.size())));
            peers.add(peer(namespace, wire));
        }
        var open = wirePorts.isEmpty() ? Ports.ALL : ports(wirePorts);
        return new Rule(List.copyOf(peers), open.numbered(), open.named(), List.copyOf(decisions));
    }

    /** Namespaces that selectors want by their names. */
    SortedSet<String> namespacesNamed() {
        var names = new TreeSet<String>();
        selectors.values().stream()
                .flatMap(selector -> selector.requirements().stream())
                .filter(requirement -> requirement.key().equals(Reachability.NAMESPACE_NAME)
                        && requirement.operator() == Selector.Operator.IN)
                .forEach(requirement -> names.addAll(requirement.values()));
        return names;
    }

    private Peer peer(String namespace, NetworkPolicyPeer wire) {
        var block = wire.getIpBlock();
        var pods = wire.getPodSelector();
        var namespaces = wire.getNamespaceSelector();
        if (block != null && pods == null && namespaces == null) {
            return blocks.computeIfAbsent(block, PolicyReader::block);
        }
        if (block != null || (pods == null && namespaces == null)) {
            throw new IllegalArgumentException(
                    "a peer must be either an ipBlock, or selectors of pods, namespaces" + " or both");
        }
        return new Peer.Pods(
                namespaces == null ? null : selector(namespaces),
                pods == null ? Selector.EVERYTHING : selector(pods),
                namespaces == null ? namespace : "");
    }

    private static Peer.Block block(IPBlock wire) {
        var except = orNone(wire.getExcept()).stream().map(Cidr::parse).toList();
        return new Peer.Block(
                AddressSet.of(Cidr.parse(String.valueOf(wire.getCidr()))).minus(AddressSet.of(except)));
    }

    private Selector selector(LabelSelector wire) {
        return selectors.computeIfAbsent(wire, Selector::of);
    }

    private Ports ports(List<NetworkPolicyPort> wire) {
        var known = ports.get(wire);
        if (known == null) {
            known = parsed(wire);
            ports.put(wire, known);
        }
        return known;
    }

    private static Ports parsed(List<NetworkPolicyPort> wirePorts) {
        var numbered = PortSet.NONE;
        var named = new ArrayList<Rule.NamedPort>();
        for (var wire : wirePorts) {
            var port = wire.getPort();
            if (port != null && port.getStrVal() != null) {
                named.add(named(wire, port.getStrVal()));
            } else {
                numbered = numbered.plus(numbered(wire));
            }
        }
        return new Ports(numbered, List.copyOf(named));
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
