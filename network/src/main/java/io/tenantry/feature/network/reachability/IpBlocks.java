package io.tenantry.feature.network.reachability;

/** What an ipBlock means for a pod's own address, which Kubernetes leaves to the network plugin. */
public enum IpBlocks {
    /** An ipBlock applies to pods too, as with Calico. The cautious reading. */
    REACH_PODS,
    /** Pods are known by labels alone, as with Cilium; an ipBlock is for everything else. */
    REACH_OUTSIDE_ONLY
}
