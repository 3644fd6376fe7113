package io.tenantry.feature.network;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.tenantry.IsolationLevel;
import java.util.function.UnaryOperator;

/**
 * The section {@code network}: gates, and lists that narrow what a gate lets through.
 *
 * <pre>{@code
 * Network.of(network -> network.allowToDns(true).allowFromSameTenant(true))
 * }</pre>
 *
 * <p>Given in Java, a null component is not written.
 */
@RecordBuilder
public record Network(
        @JsonPropertyDescription("Whether NetworkPolicies keep the tenant apart from everybody else.")
        Boolean networkIsolation,

        @JsonPropertyDescription(
                "Whether pods of the tenant's own namespaces may connect to each other: the side that" + " is called.")
        Boolean allowFromSameTenant,

        @JsonPropertyDescription(
                "Whether pods of the tenant's own namespaces may connect to each other: the side that" + " calls.")
        Boolean allowToSameTenant,

        @JsonPropertyDescription("Whether pods may ask the cluster's DNS servers.")
        Boolean allowToDns) {

    /** The parameters that are set in {@code values}, and no other. */
    public static Network of(UnaryOperator<NetworkBuilder> values) {
        return values.apply(NetworkBuilder.builder()).build();
    }

    static Network defaults(IsolationLevel level) {
        return of(network -> network.networkIsolation(true)
                .allowFromSameTenant(true)
                .allowToSameTenant(true)
                .allowToDns(true));
    }
}
