package io.tenantry.feature.network.reachability;

/**
 * Whether a connection can be made: the source's policies must let it out and the destination's let it in.
 *
 * @param egress what the source's policies say
 * @param ingress what the destination's policies say
 */
public record Verdict(Decision egress, Decision ingress) {

    public boolean allowed() {
        return egress.allowed() && ingress.allowed();
    }
}
