package io.tenantry.feature.network.reachability;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantry.feature.network.reachability.Allowance.Granted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What all pods that could be in some namespaces may reach, not only those that are there.
 *
 * <pre>{@code
 * var openings = new Openings.Builder()
 *         .add("shop", Map.of("tenantry.io/tenant", "shop"), policies)
 *         .build(AddressSet.of(Cidr.parse("10.244.0.0/16")));
 * openings.between(Area.namespace("shop"), Area.at(AddressSet.of(Cidr.parse("203.0.113.0/24"))));
 * }</pre>
 *
 * <p>Instead of pods, sets of labels are compared; instead of ports and addresses, ranges of them. Not safe for use by
 * several threads.
 */
public final class Openings {
    private final SortedMap<String, Namespace> all;
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Granted>> egress;
    private final List<List<Granted>> ingress;
    private final NamespaceIndex index;
    private final AddressSet podAddresses;
    private final Map<Peer.Block, AddressSet> blocks = new HashMap<>();

    private Openings(SortedMap<String, Namespace> namespaces, AddressSet podAddresses) {
        this.all = namespaces;
        this.podAddresses = podAddresses;
        names = List.copyOf(namespaces.keySet());
        names.forEach(name -> numbers.put(name, numbers.size()));
        egress = namespaces.values().stream().map(Namespace::egress).toList();
        ingress = namespaces.values().stream().map(Namespace::ingress).toList();
        index = new NamespaceIndex(
                namespaces.values().stream().map(Namespace::labels).toList());
    }

    private record Namespace(Map<String, String> labels, List<Granted> egress, List<Granted> ingress) {}

    /** Collects namespaces; not for use by several threads. */
    public static final class Builder {
        private final SortedMap<String, Namespace> namespaces = new TreeMap<>();
        private final PolicyReader reader = new PolicyReader();

        /**
         * A namespace with its labels and all of its policies.
         *
         * @throws IllegalArgumentException when the API server would refuse a policy
         */
        public Builder add(String namespace, Map<String, String> labels, Collection<NetworkPolicy> policies) {
            var read = policies.stream().map(reader::read).toList();
            namespaces.put(
                    namespace,
                    new Namespace(
                            Reachability.withName(namespace, labels),
                            Allowance.of(read, Direction.EGRESS),
                            Allowance.of(read, Direction.INGRESS)));
            return this;
        }

        /**
         * All that was added.
         *
         * @param podAddresses the addresses that pods can have, to which ipBlocks apply too; none where the network
         *     plugin applies them to nothing but what is outside
         */
        public Openings build(AddressSet podAddresses) {
            return new Openings(new TreeMap<>(namespaces), podAddresses);
        }

        /** Namespaces that rules call by their names, added or not. */
        public SortedSet<String> namespacesNamed() {
            return reader.namespacesNamed();
        }
    }

    /** The same where pods can have these addresses. */
    public Openings with(AddressSet podAddresses) {
        return new Openings(all, podAddresses);
    }

    /** The namespaces, sorted. */
    public List<String> namespaces() {
        return names;
    }

    /** All that is open from one area to another; one of them is a namespace that was added. */
    public List<Opening> between(Area from, Area to) {
        var openings = new ArrayList<Opening>();
        for (var out : granted(from, Direction.EGRESS)) {
            if (reaches(out.allowance().peer(), to)) {
                for (var in : granted(to, Direction.INGRESS)) {
                    opening(from, out, to, in).ifPresent(openings::add);
                }
            }
        }
        return List.copyOf(openings);
    }

    /** All that is open from an area to namespaces, by their names; those to which nothing is open are left out. */
    public SortedMap<String, List<Opening>> from(Area from) {
        var reached = new TreeMap<String, List<Opening>>();
        granted(from, Direction.EGRESS).stream()
                .flatMap(out -> candidates(out.allowance().peer(), from))
                .distinct()
                .forEach(name -> {
                    var openings = between(from, Area.namespace(name));
                    if (!openings.isEmpty()) {
                        reached.put(name, openings);
                    }
                });
        return reached;
    }

    int number(String namespace) {
        return Objects.requireNonNull(numbers.get(namespace), namespace);
    }

    NamespaceIndex index() {
        return index;
    }

    List<Granted> granted(Area area, Direction direction) {
        if (!(area instanceof Area.InNamespace in)) {
            return List.of(Granted.OUTSIDE);
        }
        return (direction == Direction.EGRESS ? egress : ingress).get(number(in.name()));
    }

    /** What a block has of the addresses of pods. */
    AddressSet ofPods(Peer.Block block) {
        return blocks.computeIfAbsent(
                block,
                b -> podAddresses.isEmpty() ? podAddresses : b.addresses().and(podAddresses));
    }

    private Stream<String> candidates(Peer peer, Area self) {
        if (peer instanceof Peer.Pods pods) {
            var selector = pods.namespaces();
            return selector == null
                    ? Stream.of(pods.own())
                    : Arrays.stream(index.matching(selector)).mapToObj(names::get);
        }
        boolean none = peer instanceof Peer.Block block && ofPods(block).isEmpty() && self instanceof Area.InNamespace;
        return none ? Stream.of() : names.stream();
    }

    /** Whether a peer is, or is in, an area. */
    private boolean reaches(Peer peer, Area other) {
        if (peer instanceof Peer.Block block) {
            return other instanceof Area.At at
                    ? !block.addresses().and(at.addresses()).isEmpty()
                    : !ofPods(block).isEmpty();
        }
        if (peer instanceof Peer.Pods pods) {
            if (!(other instanceof Area.InNamespace in)) {
                return false;
            }
            var selector = pods.namespaces();
            return selector == null ? pods.own().equals(in.name()) : index.matches(selector, number(in.name()));
        }
        return true;
    }

    private Optional<Opening> opening(Area from, Granted out, Area to, Granted in) {
        var egress = out.allowance();
        var ingress = in.allowance();
        return reaches(ingress.peer(), from)
                ? Meeting.of(egress, ingress)
                        .filter(meeting -> !(to instanceof Area.At && meeting.needsNames()))
                        .map(meeting -> new Opening(
                                end(from, meeting.source(), ingress.peer()),
                                end(to, meeting.destination(), egress.peer()),
                                meeting.ports(),
                                meeting.names(),
                                new Verdict(out.by(), in.by())))
                : Optional.empty();
    }

    private Opening.End end(Area area, PodClass pods, Peer asPeer) {
        var possible =
                area instanceof Area.At at ? at.addresses() : podAddresses.isEmpty() ? AddressSet.ALL : podAddresses;
        if (asPeer instanceof Peer.Block block) {
            return new Opening.End(area, pods, block.addresses().and(possible), false);
        }
        return new Opening.End(area, pods, possible, area instanceof Area.InNamespace);
    }
}
