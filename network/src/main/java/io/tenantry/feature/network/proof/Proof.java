package io.tenantry.feature.network.proof;

import io.tenantry.feature.network.reachability.AddressSet;
import io.tenantry.feature.network.reachability.Exceptions;
import io.tenantry.feature.network.reachability.Separation;
import io.tenantry.feature.network.reachability.Separation.Counterexample;
import java.util.List;

/**
 * Whether tenants can reach each other in ways that they did not declare: over all ports, all addresses and all pods that
 * could be in their namespaces.
 *
 * <p>Where the cluster profile states no {@code podCIDRs}, pods may have any address. ipBlocks are taken to apply to pods
 * too, which some network plugins do.
 *
 * @param counterexamples the smallest for each tenant and each other that it can reach, sorted; {@link #MOST} at most
 * @param assumptions what the proof rests on
 */
public record Proof(List<Counterexample> counterexamples, List<Assumption> assumptions) {
    /** So many counterexamples are looked for. */
    public static final int MOST = 20;

    public Proof {
        counterexamples = List.copyOf(counterexamples);
        assumptions = List.copyOf(assumptions);
    }

    /** The proof for all tenants of a rendering and those that the cluster has besides. */
    public static Proof of(RenderedNetwork network) {
        return new Proof(separation(network).counterexamples(MOST), Assumptions.of(network));
    }

    public boolean separated() {
        return counterexamples.isEmpty();
    }

    static Separation separation(RenderedNetwork network) {
        var stated = network.statedPodAddresses();
        var declared = network.declarations();
        return Separation.of(network.openings(stated.isEmpty() ? AddressSet.ALL : stated), network.owners())
                .except(new Exceptions(
                        declared.pairs(),
                        declared.unclosedEgress(),
                        declared.unclosedIngress(),
                        network.foreignPolicies()));
    }
}
