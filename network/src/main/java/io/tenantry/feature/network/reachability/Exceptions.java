package io.tenantry.feature.network.reachability;

import io.tenantry.feature.network.reachability.Decision.RuleRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be open between the namespaces of different owners.
 *
 * @param pairs from a namespace to namespaces
 * @param sources namespaces that may reach all of {@code destinations}
 * @param destinations namespaces that all of {@code sources} may reach
 * @param unforeseen the policies, as {@code namespace/name}, for which {@code pairs} are no excuse: what these open must
 *     be open without them
 */
public record Exceptions(
        Map<String, Set<String>> pairs, Set<String> sources, Set<String> destinations, Set<String> unforeseen) {
    public static final Exceptions NONE = new Exceptions(Map.of(), Set.of(), Set.of(), Set.of());

    public Exceptions {
        pairs = Map.copyOf(pairs);
        sources = Set.copyOf(sources);
        destinations = Set.copyOf(destinations);
        unforeseen = Set.copyOf(unforeseen);
    }

    /** An opening with the least of its connections that nothing excuses. */
    record Inexcusable(Opening opening, Connection connection) {}

    /** What is open from one namespace to another and must not be. */
    List<Inexcusable> inexcusable(Openings openings, String from, String to) {
        if (sources.contains(from) && destinations.contains(to)) {
            return List.of();
        }
        var all = openings.between(Area.namespace(from), Area.namespace(to));
        var excused = pairs.getOrDefault(from, Set.of()).contains(to)
                ? all.stream().filter(this::isForeseen).toList()
                : List.<Opening>of();
        var found = new ArrayList<Inexcusable>();
        for (var opening : all) {
            if (!excused.contains(opening)) {
                opening.beyond(excused).ifPresent(connection -> found.add(new Inexcusable(opening, connection)));
            }
        }
        return found;
    }

    private boolean isForeseen(Opening opening) {
        return isForeseen(opening.verdict().egress().rule())
                && isForeseen(opening.verdict().ingress().rule());
    }

    private boolean isForeseen(@Nullable RuleRef rule) {
        return rule == null || !unforeseen.contains(rule.policy());
    }
}
