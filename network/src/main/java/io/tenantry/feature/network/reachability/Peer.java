package io.tenantry.feature.network.reachability;

import java.util.List;
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
     * @param namespaces null for the policy's own namespace, in which case {@code own} names it
     */
    record Pods(@Nullable Selector namespaces, Selector pods, String own) implements Peer {}

    /** A block of addresses without some. */
    record Block(Cidr cidr, List<Cidr> except) implements Peer {

        boolean contains(Address address) {
            if (!cidr.contains(address)) {
                return false;
            }
            for (int i = 0; i < except.size(); i++) {
                if (except.get(i).contains(address)) {
                    return false;
                }
            }
            return true;
        }
    }
}
