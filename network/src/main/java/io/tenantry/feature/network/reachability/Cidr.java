package io.tenantry.feature.network.reachability;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import java.util.regex.Pattern;

/**
 * A block of addresses, read strictly: one meaning for every program, or an error.
 *
 * <pre>{@code
 * Cidr.parse("10.0.0.0/8")
 * }</pre>
 *
 * <p>Refused are host bits, leading zeros, IPv4 mapped into IPv6, and every shorthand that only some parsers know. A
 * name is never looked up.
 *
 * @param first the block's first address
 * @param prefix how many bits all addresses of the block have in common
 */
public record Cidr(Address first, int prefix) implements Comparable<Cidr> {
    private static final Pattern LEADING_ZERO = Pattern.compile("(^|[.])0[0-9]|/0[0-9]");

    /** The library's loosest readings turned off; the pattern above says what is left. */
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowPrefixOnly(false)
            .allowMask(false)
            .allowWildcardedSeparator(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowBinary(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .allowBinary(false)
            .getParentBuilder()
            .toParams();

    /**
     * A block such as {@code 10.0.0.0/8}; an address alone is a block of one.
     *
     * @throws IllegalArgumentException when the text is not exactly one block; the message says what it is, what it
     *     must be, and after {@code "; "} what to write
     */
    public static Cidr parse(String text) {
        if (LEADING_ZERO.matcher(text).find()) {
            throw refused(text, "be written without leading zeros, which some programs read as octal", "remove them");
        }
        var parsed = library(text);
        var address = Address.of(parsed);
        int bits = address.v6() ? 128 : 32;
        var length = parsed.getNetworkPrefixLength();
        int prefix = length == null ? bits : length;
        if (address.v6() && address.high() == 0 && address.low() >>> 32 == 0xFFFFL) {
            var v4 = new Address(false, 0, address.low() & 0xFFFF_FFFFL);
            throw refused(
                    text, "be IPv4, not IPv4 mapped into IPv6", "write " + new Cidr(v4, Math.max(0, prefix - 96)));
        }
        var first = address.firstBehind(prefix);
        if (first.compareTo(address) != 0) {
            throw refused(
                    text,
                    "have no bits set behind the prefix",
                    "write " + new Cidr(first, prefix) + " for the whole block, or " + new Cidr(address, bits)
                            + " for this one address");
        }
        return new Cidr(first, prefix);
    }

    public Address last() {
        return first.lastBehind(prefix);
    }

    public boolean v6() {
        return first.v6();
    }

    public boolean contains(Address address) {
        return first.compareTo(address) <= 0 && address.compareTo(last()) <= 0;
    }

    public boolean contains(Cidr other) {
        return contains(other.first) && contains(other.last());
    }

    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    @Override
    public int compareTo(Cidr other) {
        int order = first.compareTo(other.first);
        return order != 0 ? order : Integer.compare(prefix, other.prefix);
    }

    /** The canonical text, as the API server of every version accepts it. */
    @Override
    public String toString() {
        return first + "/" + prefix;
    }

    static String text(Address address) {
        return new IPAddressGenerator().from(address.bytes()).toCanonicalString();
    }

    private static IPAddress library(String text) {
        try {
            if (!text.strip().equals(text)) {
                throw refused(text, "be an address or a block", "remove the spaces");
            }
            var address = new IPAddressString(text, STRICT).toAddress();
            if (address != null) {
                return address;
            }
        } catch (AddressStringException | IncompatibleAddressException e) {
            throw refused(text, "be an address or a block", "write it like 203.0.113.0/24 or 2001:db8::/32");
        }
        throw refused(text, "be an address or a block", "write it like 203.0.113.0/24 or 2001:db8::/32");
    }

    private static IllegalArgumentException refused(String text, String must, String fix) {
        return new IllegalArgumentException("is " + text + " but must " + must + "; " + fix);
    }
}
