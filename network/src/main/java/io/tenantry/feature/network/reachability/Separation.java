package io.tenantry.feature.network.reachability;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The proof that the namespaces of different owners cannot reach each other, or the connections that show that they can.
 *
 * <pre>{@code
 * Separation.of(openings, Map.of("shop", "acme", "lab", "widgets")).counterexamples(10)
 * }</pre>
 *
 * <p>It holds for all pods that could be in these namespaces. Not safe for use by several threads.
 */
public final class Separation {
    private static final Comparator<Counterexample> SMALLEST = comparingInt((Counterexample found) -> found.chosen())
            .thenComparing(found -> found.connection().port().protocol())
            .thenComparing(found -> found.connection().port().number())
            .thenComparing(found -> found.connection().toString());

    private final Openings openings;
    private final Map<String, String> owners;
    private final Exceptions exceptions;

    private Separation(Openings openings, Map<String, String> owners, Exceptions exceptions) {
        this.openings = openings;
        this.owners = owners;
        this.exceptions = exceptions;
    }

    /** The proof for namespaces and who owns each; namespaces without an owner are left alone. */
    public static Separation of(Openings openings, Map<String, String> owners) {
        return new Separation(openings, Map.copyOf(owners), Exceptions.NONE);
    }

    /** The same with exceptions. */
    public Separation except(Exceptions exceptions) {
        return new Separation(openings, owners, exceptions);
    }

    /**
     * A connection from one owner to another, and the opening that lets it through.
     *
     * @param from the owner of the source
     * @param to the owner of the destination
     */
    public record Counterexample(String from, String to, Connection connection, Opening opening) {

        /** How much of it had to be chosen: labels, addresses and names of ports. */
        private int chosen() {
            return chosen(connection.source()) + chosen(connection.destination());
        }

        private static int chosen(Endpoint end) {
            return end instanceof Pod pod
                    ? pod.labels().size()
                            + pod.addresses().size()
                            + pod.namedPorts().size()
                    : 0;
        }
    }

    /** For each owner and each other that it can reach the smallest counterexample, sorted; so many at most. */
    public List<Counterexample> counterexamples(int limit) {
        var pairs = new OwnerPairs(openings, owners, exceptions).find(limit);
        var found = new ArrayList<Counterexample>();
        pairs.forEach((from, others) -> others.forEach(to -> found.add(smallest(from, to))));
        return List.copyOf(found);
    }

    private Counterexample smallest(String from, String to) {
        var found = new ArrayList<Counterexample>();
        for (var source : namespacesOf(from)) {
            for (var destination : namespacesOf(to)) {
                for (var each : exceptions.inexcusable(openings, source, destination)) {
                    found.add(new Counterexample(from, to, each.connection(), each.opening()));
                }
            }
        }
        return found.stream().min(SMALLEST).orElseThrow();
    }

    private List<String> namespacesOf(String owner) {
        return openings.namespaces().stream()
                .filter(namespace -> owner.equals(owners.get(namespace)))
                .toList();
    }
}
