package io.tenantry.feature.network;

import io.tenantry.feature.network.reachability.PortSet;
import io.tenantry.feature.network.reachability.Protocol;
import io.tenantry.validation.Quoted;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link PolicyPort} means.
 *
 * @param name null for numbers
 * @param protocol null when none is named
 */
record PortTerm(
        @Nullable String name,
        int first,
        int last,
        @Nullable Protocol protocol) {
    static final int LARGEST = 65_535;

    private static final Pattern WHOLE = Pattern.compile("([^/]*)(?:/(.*))?", Pattern.DOTALL);
    private static final Pattern NUMBERS = Pattern.compile("(-?[0-9]{1,9})(?:-([0-9]{1,9}))?");

    /** A name as the API server takes it: letters, digits and single hyphens between them, one letter at least. */
    private static final Pattern NAME = Pattern.compile("(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * The meaning of a port.
     *
     * @throws IllegalArgumentException when there is none; the message is a sentence without its subject, and after
     *     {@code "; "} the fix
     */
    static PortTerm of(PolicyPort written) {
        var whole = WHOLE.matcher(written.port());
        if (!whole.matches()) {
            throw new IllegalStateException("matches everything: " + written.port());
        }
        var protocol = protocol(written, whole.group(2));
        var numbers = NUMBERS.matcher(whole.group(1));
        if (!numbers.matches()) {
            return named(written, whole.group(1), protocol);
        }
        var end = numbers.group(2) == null ? written.endPort() : Integer.valueOf(numbers.group(2));
        if (written.endPort() != null && !written.endPort().equals(end)) {
            throw refused(written, "have one end", "remove endPort or the end behind the hyphen");
        }
        int first = Integer.parseInt(numbers.group(1));
        int last = Objects.requireNonNullElse(end, first);
        if (first < 1 || first > LARGEST || last < 1 || last > LARGEST) {
            throw refused(written, "be between 1 and " + LARGEST, "write a port within it");
        }
        if (last < first) {
            throw refused(written, "begin with its least port", "write " + last + "-" + first);
        }
        return new PortTerm(null, first, last, protocol);
    }

    /** The numbers by the protocol, or by these where none is named. */
    PortSet numbers(List<Protocol> otherwise) {
        var set = PortSet.NONE;
        for (var each : protocol == null ? otherwise : List.of(protocol)) {
            set = set.plus(PortSet.of(each, first, last));
        }
        return set;
    }

    boolean isRange() {
        return first < last;
    }

    private static PortTerm named(PolicyPort written, String name, @Nullable Protocol protocol) {
        if (!NAME.matcher(name).matches()) {
            throw refused(
                    written,
                    "be a number, a range or the name of a port",
                    "write it like 80, 53/UDP, 8000-8100 or http, a name with at most 15 lower-case letters, digits and"
                            + " single hyphens");
        }
        if (written.endPort() != null) {
            throw refused(written, "be a number where endPort ends a range", "write the numbers of both ends");
        }
        return new PortTerm(name, 0, 0, protocol);
    }

    private static @Nullable Protocol protocol(PolicyPort written, @Nullable String behindSlash) {
        var text = behindSlash == null ? written.protocol() : behindSlash;
        if (text == null) {
            return null;
        }
        if (written.protocol() != null && !written.protocol().equals(text)) {
            throw refused(written, "have one protocol", "remove the one behind the slash");
        }
        for (var protocol : Protocol.values()) {
            if (protocol.name().equals(text)) {
                return protocol;
            }
        }
        throw refused(written, "have the protocol TCP, UDP or SCTP", "write one of them in capitals");
    }

    private static IllegalArgumentException refused(PolicyPort written, String must, String fix) {
        return new IllegalArgumentException("is " + Quoted.of(written.toString()) + " but must " + must + "; " + fix);
    }
}
