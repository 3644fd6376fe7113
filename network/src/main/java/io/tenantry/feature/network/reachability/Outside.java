package io.tenantry.feature.network.reachability;

/** An end of a connection that is no pod: a node, the internet, a metadata service. */
public record Outside(Address address) implements Endpoint {

    /**
     * The end with this address.
     *
     * @throws IllegalArgumentException when the text is no address
     */
    public static Outside of(String address) {
        return new Outside(Address.parse(address));
    }
}
