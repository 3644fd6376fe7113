package io.tenantry.feature.network.reachability;

/** Where one end of connections is: all pods that could be in a namespace, or addresses that are no pods. */
public sealed interface Area {

    /** All pods of a namespace, whatever their labels. */
    record InNamespace(String name) implements Area {}

    /** Addresses outside: the internet, a metadata service, the API server. */
    record At(AddressSet addresses) implements Area {}

    static Area namespace(String name) {
        return new InNamespace(name);
    }

    static Area at(AddressSet addresses) {
        return new At(addresses);
    }
}
