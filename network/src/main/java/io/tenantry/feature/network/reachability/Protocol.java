package io.tenantry.feature.network.reachability;

/** The protocols that a NetworkPolicy knows. */
public enum Protocol {
    TCP(0),
    UDP(1 << 16),
    SCTP(2 << 16);

    /** Where the protocol's ports begin in a row of all ports of all protocols. */
    private final int base;

    Protocol(int base) {
        this.base = base;
    }

    int base() {
        return base;
    }

    /** The protocol of a number in that row. */
    static Protocol at(int number) {
        return number < UDP.base ? TCP : number < SCTP.base ? UDP : SCTP;
    }
}
