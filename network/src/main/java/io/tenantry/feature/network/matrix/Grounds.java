package io.tenantry.feature.network.matrix;

import io.tenantry.feature.network.matrix.Edge.Ground;
import io.tenantry.feature.network.proof.RenderedNetwork;
import io.tenantry.feature.network.reachability.Area;
import io.tenantry.feature.network.reachability.Decision;
import io.tenantry.feature.network.reachability.Decision.Reason;
import io.tenantry.feature.network.reachability.Direction;
import io.tenantry.feature.network.reachability.Opening;
import java.util.LinkedHashSet;
import java.util.List;

/** Why openings are open, at both ends. */
record Grounds(RenderedNetwork network) {

    List<Ground> of(List<Opening> openings) {
        var grounds = new LinkedHashSet<Ground>();
        for (var opening : openings) {
            add(grounds, opening.verdict().egress(), opening.from(), Direction.EGRESS);
        }
        for (var opening : openings) {
            add(grounds, opening.verdict().ingress(), opening.to(), Direction.INGRESS);
        }
        return List.copyOf(grounds);
    }

    private void add(LinkedHashSet<Ground> grounds, Decision decision, Area area, Direction direction) {
        var rule = decision.rule();
        if (rule != null) {
            var text = rule.toString();
            grounds.add(new Ground(
                    rule.policy(),
                    text.substring(rule.policy().length() + 1),
                    network.parameter(rule).orElse("")));
        } else if (decision.reason() == Reason.NOT_SELECTED && area instanceof Area.InNamespace in) {
            if (network.owners().containsKey(in.name())) {
                grounds.add(new Ground("", "no policy for " + direction, parameter(in.name(), direction)));
            }
        }
    }

    private String parameter(String namespace, Direction direction) {
        var declared = network.declarations();
        boolean unclosed = (direction == Direction.EGRESS ? declared.unclosedEgress() : declared.unclosedIngress())
                .contains(namespace);
        boolean both = declared.unclosedEgress().contains(namespace)
                && declared.unclosedIngress().contains(namespace);
        return both ? "network.networkIsolation" : unclosed ? "network.policyTypes" : "";
    }
}
