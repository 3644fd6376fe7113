package io.tenantry.feature.network.reachability;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;

/**
 * An IP address, ordered by family and then by number.
 *
 * @param high the upper 64 bits of an IPv6 address, 0 for IPv4
 * @param low the lower 64 bits, or the 32 of IPv4
 */
public record Address(boolean v6, long high, long low) implements Comparable<Address> {

    /**
     * An address in its usual text form; never looked up as a name.
     *
     * @throws IllegalArgumentException when the text is no address, or written in a way that some programs misread
     */
    public static Address parse(String text) {
        if (text.indexOf('/') >= 0) {
            throw new IllegalArgumentException("is " + text + " but must be an address; remove the prefix length");
        }
        return Cidr.parse(text).first();
    }

    static Address of(IPAddress address) {
        if (address.isIPv4()) {
            return new Address(false, 0, ((IPv4Address) address).longValue());
        }
        var bytes = ((IPv6Address) address).getBytes();
        return new Address(true, number(bytes, 0), number(bytes, Long.BYTES));
    }

    /** This address with the bits behind the prefix set. */
    Address lastBehind(int prefix) {
        if (!v6) {
            return new Address(false, 0, low | (prefix == 0 ? 0xFFFF_FFFFL : 0xFFFF_FFFFL >>> prefix));
        }
        return prefix >= Long.SIZE
                ? new Address(true, high, prefix == 2 * Long.SIZE ? low : low | (-1L >>> (prefix - Long.SIZE)))
                : new Address(true, prefix == 0 ? -1L : high | (-1L >>> prefix), -1L);
    }

    /** This address with the bits behind the prefix cleared. */
    Address firstBehind(int prefix) {
        var last = lastBehind(prefix);
        var mask = new Address(v6, 0, 0).lastBehind(prefix);
        return new Address(v6, last.high & ~mask.high, last.low & ~mask.low);
    }

    /** The next address; of the last one of a family the first. */
    Address next() {
        return v6
                ? new Address(true, low == -1L ? high + 1 : high, low + 1)
                : new Address(false, 0, (low + 1) & 0xFFFF_FFFFL);
    }

    /** The address before; of the first one of a family the last. */
    Address previous() {
        return v6
                ? new Address(true, low == 0 ? high - 1 : high, low - 1)
                : new Address(false, 0, (low - 1) & 0xFFFF_FFFFL);
    }

    @Override
    public int compareTo(Address other) {
        int family = Boolean.compare(v6, other.v6);
        if (family != 0) {
            return family;
        }
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    /** The canonical text: dotted for IPv4, RFC 5952 for IPv6. */
    @Override
    public String toString() {
        return Cidr.text(this);
    }

    byte[] bytes() {
        var bytes = new byte[v6 ? 2 * Long.BYTES : Integer.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            int fromEnd = bytes.length - 1 - i;
            long word = fromEnd < Long.BYTES ? low : high;
            bytes[i] = (byte) (word >>> (fromEnd % Long.BYTES * Byte.SIZE));
        }
        return bytes;
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            number = number << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return number;
    }
}
