package io.tenantry.feature.network.reachability;

/**
 * A port of a pod.
 *
 * <pre>{@code
 * Port.tcp(5432)
 * }</pre>
 *
 * @param number 1 to 65535
 */
public record Port(Protocol protocol, int number) {
    static final int LARGEST = 65_535;

    public Port {
        if (number < 1 || number > LARGEST) {
            throw new IllegalArgumentException("port " + number + " but must be between 1 and " + LARGEST);
        }
    }

    public static Port tcp(int number) {
        return new Port(Protocol.TCP, number);
    }

    public static Port udp(int number) {
        return new Port(Protocol.UDP, number);
    }

    @Override
    public String toString() {
        return protocol + " " + number;
    }
}
