package io.tenantry.feature.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * A port, a range of ports, or the name of a port, as a tenant file writes it.
 *
 * <pre>{@code
 * PolicyPort.parse("53/UDP");
 * PolicyPort.parse("8000-8100");
 * new PolicyPort("8000", 8100, "TCP");
 * }</pre>
 *
 * <p>Nothing is judged here: validation reports what is no port, with its place.
 */
public record PolicyPort(
        @JsonPropertyDescription("Number, or the name that containers give it; 53/UDP and 8000-8100 are short for the"
                + " keys beside it.")
        String port,

        @JsonPropertyDescription("Last number of a range.") @Nullable
        Integer endPort,

        @JsonPropertyDescription("TCP, UDP or SCTP; in allowedPorts TCP unless written, in blockedPorts all three.")
        @Nullable
        String protocol) {

    /** A port as one text. */
    @JsonCreator
    public static PolicyPort parse(String text) {
        return new PolicyPort(text, null, null);
    }

    public static PolicyPort tcp(int number) {
        return new PolicyPort(Integer.toString(number), null, "TCP");
    }

    public static PolicyPort udp(int number) {
        return new PolicyPort(Integer.toString(number), null, "UDP");
    }

    /** As a tenant file can write it. */
    @Override
    public String toString() {
        return port + (endPort == null ? "" : "-" + endPort) + (protocol == null ? "" : "/" + protocol);
    }
}
