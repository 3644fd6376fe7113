package io.tenantry.feature.network.reachability;

import org.jspecify.annotations.Nullable;

/** Who a rule speaks of. */
sealed interface Peer {

    /** Everybody: what a rule without peers means. */
    record Anyone() implements Peer {
        static final Anyone INSTANCE = new Anyone();
    }

    /**
     * Pods by their labels, in namespaces by theirs.
     *
     * @param namespaces null for the policy's own namespace
     * @param own that namespace; else empty
     */
    record Pods(@Nullable Selector namespaces, Selector pods, String own) implements Peer {}

    /** Addresses: a block without some. */
    record Block(AddressSet addresses) implements Peer {}
}
