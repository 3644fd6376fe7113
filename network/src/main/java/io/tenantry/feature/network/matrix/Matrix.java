package io.tenantry.feature.network.matrix;

import io.tenantry.feature.network.matrix.Node.Kind;
import io.tenantry.feature.network.proof.Proof;
import io.tenantry.feature.network.proof.RenderedNetwork;
import io.tenantry.feature.network.reachability.Area;
import io.tenantry.feature.network.reachability.Opening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who can reach whom, on which ports, and by which rules and parameters.
 *
 * <pre>{@code
 * var matrix = Matrix.of(RenderedNetwork.of(rendered));
 * matrix.edges().forEach(edge -> ...);
 * }</pre>
 *
 * <p>It speaks of all pods that could be in a namespace. ipBlocks apply to pods only where the cluster profile states
 * {@code podCIDRs}; else they are for what is outside. Immutable, and the same for the same rendering.
 */
public final class Matrix {
    private final List<Node> nodes;
    private final Map<Pair, List<Opening>> openings;
    private final Grounds grounds;
    private final Proof proof;

    /** Two nodes by their ids. */
    record Pair(String from, String to) {}

    private Matrix(List<Node> nodes, Map<Pair, List<Opening>> openings, Grounds grounds, Proof proof) {
        this.nodes = nodes;
        this.openings = openings;
        this.grounds = grounds;
        this.proof = proof;
    }

    /** The matrix of everything that was rendered, with the proof. */
    public static Matrix of(RenderedNetwork network) {
        var areas = new LinkedHashMap<Node, Area>();
        var inNamespaces = new ArrayList<Node>();
        network.owners().forEach((name, tenant) -> inNamespaces.add(new Node(name, Kind.NAMESPACE, tenant)));
        inNamespaces.sort(Comparator.comparing(Node::tenant).thenComparing(Node::id));
        network.platformNamespaces().forEach(name -> inNamespaces.add(new Node(name, Kind.PLATFORM, "")));
        inNamespaces.forEach(node -> areas.put(node, Area.namespace(node.id())));
        var outside = OutsideAreas.of(network.rendered().cluster().profile());
        areas.putAll(outside);
        return new Matrix(
                List.copyOf(areas.keySet()),
                openings(network, areas, outside),
                new Grounds(network),
                Proof.of(network));
    }

    private static Map<Pair, List<Opening>> openings(
            RenderedNetwork network, Map<Node, Area> areas, Map<Node, Area> outside) {
        var all = network.openings(network.statedPodAddresses());
        var order = new HashMap<String, Integer>();
        var owned = network.owners().keySet();
        areas.keySet().forEach(node -> order.put(node.id(), order.size()));
        var found = new LinkedHashMap<Pair, List<Opening>>();
        areas.forEach((from, area) -> {
            var reached = new TreeMap<String, List<Opening>>(Comparator.comparing(order::get));
            if (from.kind() != Kind.METADATA) {
                reached.putAll(all.from(area));
            }
            if (from.kind() == Kind.NAMESPACE) {
                outside.forEach((to, addresses) -> reached.put(to.id(), all.between(area, addresses)));
            }
            reached.forEach((to, open) -> {
                if (!open.isEmpty() && (owned.contains(from.id()) || owned.contains(to))) {
                    found.put(new Pair(from.id(), to), open);
                }
            });
        });
        return Collections.unmodifiableMap(found);
    }

    /** Tenants' namespaces by tenant, then the platform, then what is outside. */
    public List<Node> nodes() {
        return nodes;
    }

    /** What is open, in the order of the nodes; pairs to which nothing is open are left out. */
    public List<Edge> edges() {
        var edges = new ArrayList<Edge>(openings.size());
        openings.forEach((pair, open) -> edges.add(edge(pair, Opening.portsOf(open), open.get(0), open)));
        return List.copyOf(edges);
    }

    public Proof proof() {
        return proof;
    }

    /** What this one opens and closes against an older one. */
    public MatrixDiff against(Matrix old) {
        return new MatrixDiff(beyond(old), old.beyond(this));
    }

    /** What is open here and not there. */
    private List<Edge> beyond(Matrix other) {
        var edges = new ArrayList<Edge>();
        openings.forEach((pair, open) -> {
            var there = other.openings.getOrDefault(pair, List.of());
            var more = new ArrayList<Opening>();
            var examples = new HashMap<Opening, String>();
            for (var opening : open) {
                opening.beyond(there).ifPresent(connection -> {
                    more.add(opening);
                    examples.put(opening, connection.toString());
                });
            }
            if (!more.isEmpty()) {
                var first = more.get(0);
                var ports = Opening.portsBeyond(more, there);
                edges.add(
                        new Edge(pair.from(), pair.to(), ports, String.valueOf(examples.get(first)), grounds.of(more)));
            }
        });
        return List.copyOf(edges);
    }

    private Edge edge(Pair pair, String ports, Opening first, List<Opening> open) {
        return new Edge(pair.from(), pair.to(), ports, first.example().toString(), grounds.of(open));
    }
}
