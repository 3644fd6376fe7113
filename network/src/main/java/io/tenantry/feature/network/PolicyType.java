package io.tenantry.feature.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantry.feature.network.reachability.Direction;

/** A direction that a NetworkPolicy closes, as Kubernetes writes it. */
public enum PolicyType {
    @JsonProperty("Ingress")
    INGRESS("Ingress"),
    @JsonProperty("Egress")
    EGRESS("Egress");

    private final String wireName;

    PolicyType(String wireName) {
        this.wireName = wireName;
    }

    static PolicyType of(Direction direction) {
        return direction == Direction.INGRESS ? INGRESS : EGRESS;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
