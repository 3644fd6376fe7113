package io.tenantry.feature.network.reachability;

import io.tenantry.feature.network.reachability.Rule.NamedPort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one peer of a rule allows the pods of a namespace in one direction, or what they may because no policy selects
 * them.
 *
 * @param pods whom it allows this
 * @param ports by number; with a name, every port that may have it
 * @param name the name that the destination must give to the port; null when none
 */
record Allowance(
        PodClass pods, Peer peer, PortSet ports, @Nullable NamedPort name) {
    private static final Allowance EVERYTHING =
            new Allowance(PodClass.EVERY_POD, Peer.Anyone.INSTANCE, PortSet.ALL, null);

    /** An allowance and what grants it. */
    record Granted(Allowance allowance, Decision by) {

        /** What an end that is no pod may: everything. */
        static final Granted OUTSIDE = new Granted(EVERYTHING, Decision.OUTSIDE);
    }

    /** What the policies of one namespace allow in one direction. */
    static List<Granted> of(List<Policy> policies, Direction direction) {
        var granted = new ArrayList<Granted>();
        var selectors = new ArrayList<Selector>();
        for (var policy : policies) {
            var rules = policy.rules(direction);
            if (rules != null) {
                selectors.add(policy.pods());
                rules.forEach(rule -> add(granted, PodClass.of(policy.pods()), rule));
            }
        }
        if (selectors.stream().noneMatch(Selector::selectsEverything)) {
            var unselected = new Allowance(PodClass.outside(selectors), Peer.Anyone.INSTANCE, PortSet.ALL, null);
            granted.add(new Granted(unselected, Decision.NOT_SELECTED));
        }
        return List.copyOf(granted);
    }

    private static void add(List<Granted> granted, PodClass pods, Rule rule) {
        for (int i = 0; i < rule.peers().size(); i++) {
            var peer = rule.peers().get(i);
            var by = rule.decisions().get(i);
            if (!rule.ports().isEmpty()) {
                granted.add(new Granted(new Allowance(pods, peer, rule.ports(), null), by));
            }
            for (var name : rule.named()) {
                granted.add(new Granted(new Allowance(pods, peer, PortSet.of(name.protocol()), name), by));
            }
        }
    }
}
