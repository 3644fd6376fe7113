package io.tenantry.feature.network.reachability;

import java.util.List;
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

    @Nullable
    List<Rule> rules(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }
}
