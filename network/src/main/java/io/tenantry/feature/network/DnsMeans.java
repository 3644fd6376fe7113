package io.tenantry.feature.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantry.spi.Enforcement;

/** What keeps the DNS of tenants apart. */
public enum DnsMeans {
    /** DNS servers for each tenant, which answer nobody else. */
    @JsonProperty("resolver")
    RESOLVER("resolver", Enforcement.NETWORK_PLUGIN),

    /** A plugin of the cluster's DNS servers. */
    @JsonProperty("plugin")
    PLUGIN("plugin", Enforcement.CONTROLLER),

    /** A policy of the network plugin that reads DNS queries. */
    @JsonProperty("l7-policy")
    L7_POLICY("l7-policy", Enforcement.NETWORK_PLUGIN);

    private final String wireName;

    @SuppressWarnings("ImmutableEnumChecker") // immutable, though not marked so
    private final Enforcement enforcement;

    DnsMeans(String wireName, Enforcement enforcement) {
        this.wireName = wireName;
        this.enforcement = enforcement;
    }

    Enforcement enforcement() {
        return enforcement;
    }

    /** The means as the profile writes it. */
    @Override
    public String toString() {
        return wireName;
    }
}
