package io.tenantry.feature.network.reachability;

import static java.util.stream.Collectors.joining;

import io.tenantry.feature.network.reachability.Rule.NamedPort;
import io.tenantry.feature.network.reachability.Selector.Operator;
import io.tenantry.feature.network.reachability.Selector.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All connections that one grant of the source and one grant of the destination let through together.
 *
 * <p>Never empty: {@link #example()} is one of them. Immutable.
 */
public final class Opening {
    private static final String SOURCE = "from ";
    private static final String DESTINATION = "to ";
    private static final String PORT = "port ";

    private final End source;
    private final End destination;
    private final PortSet ports;
    private final List<NamedPort> names;
    private final Verdict verdict;

    /**
     * One side of the connections.
     *
     * @param addresses those that it may have
     * @param anyAddress whether that is all that are possible there
     */
    record End(Area area, PodClass pods, AddressSet addresses, boolean anyAddress) {

        Endpoint endpoint(String name, Map<String, String> labels, Address address) {
            if (!(area instanceof Area.InNamespace in)) {
                return new Outside(address);
            }
            return new Pod(
                    in.name(), name, labels, anyAddress ? List.of() : List.of(address), List.<Pod.NamedPort>of());
        }
    }

    Opening(End source, End destination, PortSet ports, List<NamedPort> names, Verdict verdict) {
        this.source = source;
        this.destination = destination;
        this.ports = ports;
        this.names = names;
        this.verdict = verdict;
    }

    public Area from() {
        return source.area();
    }

    public Area to() {
        return destination.area();
    }

    /** The grants: why the source is let out, and the destination lets in. */
    public Verdict verdict() {
        return verdict;
    }

    /** The ports, by number; where only ports with certain names are open, all that may have these names. */
    public PortSet ports() {
        return ports;
    }

    /** Whether the opening depends on how the destination names its ports. */
    public boolean isByName() {
        return !names.isEmpty();
    }

    /** The addresses of an end outside; of a namespace, those that its pods must have. */
    public AddressSet destinationAddresses() {
        return destination.addresses();
    }

    /** The least of the connections: fewest labels first, then the lowest port and addresses. */
    public Connection example() {
        return beyond(List.of()).orElseThrow();
    }

    /** The least connection of this opening that is not one of these others, which are between the same two areas. */
    public Optional<Connection> beyond(Collection<Opening> others) {
        var tried = new HashSet<List<Opening>>();
        for (var port : ports.boundsAmong(others.stream().map(Opening::ports).toList())) {
            for (var from : addresses(source, others.stream().map(o -> o.source).toList())) {
                for (var to : addresses(
                        destination, others.stream().map(o -> o.destination).toList())) {
                    var covering = others.stream()
                            .filter(other -> other.covers(port, from, to))
                            .toList();
                    if (tried.add(covering)) {
                        var labels = everything()
                                .labelsOutside(covering.stream()
                                        .map(Opening::everything)
                                        .toList());
                        if (labels.isPresent()) {
                            return Optional.of(connection(labels.get(), port, from, to));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** One address of each part into which the others' addresses cut this end's. */
    private static List<Address> addresses(End end, List<End> others) {
        var cuts = new TreeSet<Address>();
        end.addresses().ranges().forEach(range -> cuts.add(range.first()));
        for (var other : others) {
            for (var range : other.addresses().ranges()) {
                cuts.add(range.first());
                cuts.add(range.last().next());
            }
        }
        return cuts.stream().filter(end.addresses()::contains).toList();
    }

    private boolean covers(Port port, Address from, Address to) {
        return ports.contains(port)
                && source.addresses().contains(from)
                && destination.addresses().contains(to);
    }

    /** Both ends' labels and the port's names as one class. */
    private PodClass everything() {
        var named = new ArrayList<Requirement>();
        names.forEach(name -> named.add(new Requirement(PORT + name, Operator.EXISTS, List.of())));
        return source.pods()
                .renamed(key -> SOURCE + key)
                .and(destination.pods().renamed(key -> DESTINATION + key))
                .and(new PodClass(List.copyOf(named), List.of()));
    }

    private Connection connection(Map<String, String> labels, Port port, Address from, Address to) {
        var end = destination.endpoint("destination", under(DESTINATION, labels), to);
        if (end instanceof Pod pod) {
            for (var name : names) {
                pod = pod.withPort(name.name(), port);
            }
            end = pod;
        }
        return new Connection(source.endpoint("source", under(SOURCE, labels), from), end, port);
    }

    private static Map<String, String> under(String prefix, Map<String, String> labels) {
        var own = new TreeMap<String, String>();
        labels.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                own.put(key.substring(prefix.length()), value);
            }
        });
        return own;
    }

    /** The ports of several openings as compact text: {@code TCP 80,443 TCP http}. */
    public static String portsOf(Collection<Opening> openings) {
        var numbered = numbered(openings);
        var named = new TreeSet<String>();
        openings.stream().filter(Opening::isByName).forEach(opening -> named.add(opening.portText()));
        if (named.isEmpty() || numbered.equals(PortSet.ALL)) {
            return numbered.toString();
        }
        return (numbered.isEmpty() ? "" : numbered + " ") + String.join(" ", named);
    }

    /** The ports of some openings that others do not have; those of all of them where these have no more. */
    public static String portsBeyond(Collection<Opening> openings, Collection<Opening> others) {
        var there = numbered(others);
        var more = numbered(openings).minus(there);
        return more.isEmpty() ? portsOf(openings) : more.toString();
    }

    private static PortSet numbered(Collection<Opening> openings) {
        var ports = PortSet.NONE;
        for (var opening : openings) {
            ports = opening.isByName() ? ports : ports.plus(opening.ports);
        }
        return ports;
    }

    private String portText() {
        var text = names.stream().map(NamedPort::toString).collect(joining("+"));
        return ports.equals(PortSet.of(names.get(0).protocol())) ? text : ports + " named " + text;
    }

    /** What is open and by what: {@code TCP 80 by b1/out egress[0].to[0] and a1/in ingress[0].from[0]}. */
    @Override
    public String toString() {
        return portsOf(List.of(this)) + " by " + text(verdict.egress(), Direction.EGRESS) + " and "
                + text(verdict.ingress(), Direction.INGRESS);
    }

    private static String text(Decision decision, Direction direction) {
        return decision.rule() == null
                ? "no policy for " + direction
                : decision.rule().toString();
    }
}
