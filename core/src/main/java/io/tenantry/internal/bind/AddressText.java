package io.tenantry.internal.bind;

import io.tenantry.validation.Names.Flaw;
import io.tenantry.validation.Quoted;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IP addresses and ranges of them as Kubernetes writes them; no name is ever looked up. */
final class AddressText {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}");
    private static final Pattern BITS = Pattern.compile("0|[1-9][0-9]{0,2}");

    private AddressText() {}

    /** What is wrong with an address: {@code 192.168.0.10}. */
    static Optional<Flaw> address(String text) {
        return bytes(text) != null
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "is " + Quoted.of(text) + " but must be an IP address", "write it such as 192.168.0.10"));
    }

    /** What is wrong with a range: {@code 10.244.0.0/16}. */
    static Optional<Flaw> range(String text) {
        int slash = text.indexOf('/');
        byte @Nullable [] address = slash < 0 ? null : bytes(text.substring(0, slash));
        int bits = slash < 0 ? -1 : bits(text.substring(slash + 1));
        if (address == null || bits < 0 || bits > address.length * Byte.SIZE) {
            return Optional.of(new Flaw(
                    "is " + Quoted.of(text) + " but must be a range of IP addresses",
                    "write it such as 10.244.0.0/16"));
        }
        byte[] first = first(address, bits);
        return Arrays.equals(first, address)
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "is " + Quoted.of(text) + " but must begin with the first address of the range",
                        "write " + text(first) + "/" + bits));
    }

    private static byte @Nullable [] bytes(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return null;
        }
        try {
            var address = InetAddress.getByName(text).getAddress();
            boolean mapped = address.length == 4 && text.indexOf(':') >= 0;
            return mapped ? null : address;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static int bits(String text) {
        return BITS.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    private static byte[] first(byte[] address, int bits) {
        var first = address.clone();
        for (int bit = bits; bit < first.length * Byte.SIZE; bit++) {
            first[bit / Byte.SIZE] &= (byte) ~(0x80 >>> bit % Byte.SIZE);
        }
        return first;
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("not the length of an address", e);
        }
    }
}
