package io.tenantry.feature.network.reachability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one end of a connection says to it, and why.
 *
 * @param reason what decided
 * @param rule the rule that allows; null unless the reason is {@link Reason#RULE}
 * @param policies {@code namespace/name} of the policies that select the pod and allow nothing of it, when denied
 */
public record Decision(Reason reason, @Nullable RuleRef rule, List<String> policies) {
    static final Decision OUTSIDE = new Decision(Reason.OUTSIDE, null, List.of());
    static final Decision ITSELF = new Decision(Reason.ITSELF, null, List.of());
    static final Decision NOT_SELECTED = new Decision(Reason.NOT_SELECTED, null, List.of());

    public Decision {
        policies = List.copyOf(policies);
    }

    /** Why a connection is allowed or denied. */
    public enum Reason {
        /** The end is no pod, so no policy speaks for it. */
        OUTSIDE,
        /** A pod always reaches itself. */
        ITSELF,
        /** No policy of this direction selects the pod, so everything is allowed. */
        NOT_SELECTED,
        /** A rule allows it. */
        RULE,
        /** Policies select the pod and no rule allows it. */
        DENIED
    }

    /**
     * A rule of a policy, and the entry of its {@code from} or {@code to}.
     *
     * @param policy {@code namespace/name}
     * @param rule index in {@code ingress} or {@code egress}
     * @param peer index in {@code from} or {@code to}; -1 for a rule that names nobody
     */
    public record RuleRef(String policy, Direction direction, int rule, int peer) {

        /** The place as a path: {@code acme/web ingress[0].from[1]}. */
        @Override
        public String toString() {
            var list = direction == Direction.INGRESS ? "from" : "to";
            return policy + " " + direction + "[" + rule + "]" + (peer < 0 ? "" : "." + list + "[" + peer + "]");
        }
    }

    static Decision by(RuleRef rule) {
        return new Decision(Reason.RULE, rule, List.of());
    }

    static Decision denied(List<String> policies) {
        return new Decision(Reason.DENIED, null, policies);
    }

    public boolean allowed() {
        return reason != Reason.DENIED;
    }
}
