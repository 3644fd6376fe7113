package io.tenantry.feature.network.reachability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * A set of ports of all protocols.
 *
 * <pre>{@code
 * PortSet.of(Protocol.TCP, 1, 1024).minus(PortSet.of(Port.tcp(22)))   // TCP 1-21,23-1024
 * }</pre>
 *
 * <p>Immutable; equal by the ports in it.
 */
public final class PortSet {
    /** Every port of every protocol. */
    public static final PortSet ALL = of(Protocol.TCP).plus(of(Protocol.UDP)).plus(of(Protocol.SCTP));

    /** No port. */
    public static final PortSet NONE = new PortSet(new int[0]);

    /** First and last of each range in turn, ascending, neither touching nor overlapping; protocols one after another. */
    private final int[] bounds;

    private PortSet(int[] bounds) {
        this.bounds = bounds;
    }

    /** A range of ports of one protocol. */
    public record Range(Protocol protocol, int first, int last) {}

    public static PortSet of(Port port) {
        return of(port.protocol(), port.number(), port.number());
    }

    /**
     * The ports from one to another.
     *
     * @throws IllegalArgumentException when there is none between them, or one is no port
     */
    public static PortSet of(Protocol protocol, int first, int last) {
        if (first < 1 || last > Port.LARGEST || first > last) {
            throw new IllegalArgumentException("ports " + first + "-" + last + " are no range within 1-65535");
        }
        return new PortSet(new int[] {protocol.base() + first, protocol.base() + last});
    }

    /** Every port of one protocol. */
    public static PortSet of(Protocol protocol) {
        return of(protocol, 1, Port.LARGEST);
    }

    public PortSet plus(PortSet other) {
        var row = new int[bounds.length + other.bounds.length];
        int length = 0;
        int i = 0;
        int j = 0;
        while (i < bounds.length || j < other.bounds.length) {
            boolean mine = j == other.bounds.length || (i < bounds.length && bounds[i] <= other.bounds[j]);
            int first = mine ? bounds[i] : other.bounds[j];
            int last = mine ? bounds[i + 1] : other.bounds[j + 1];
            if (mine) {
                i += 2;
            } else {
                j += 2;
            }
            if (length > 0 && first <= row[length - 1] + 1) {
                row[length - 1] = Math.max(row[length - 1], last);
            } else {
                row[length++] = first;
                row[length++] = last;
            }
        }
        return new PortSet(Arrays.copyOf(row, length));
    }

    public PortSet and(PortSet other) {
        var row = new int[bounds.length + other.bounds.length];
        int length = 0;
        int i = 0;
        int j = 0;
        while (i < bounds.length && j < other.bounds.length) {
            int first = Math.max(bounds[i], other.bounds[j]);
            int last = Math.min(bounds[i + 1], other.bounds[j + 1]);
            if (first <= last) {
                row[length++] = first;
                row[length++] = last;
            }
            if (bounds[i + 1] <= other.bounds[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return new PortSet(Arrays.copyOf(row, length));
    }

    public PortSet minus(PortSet other) {
        return and(other.complement());
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    public boolean contains(Port port) {
        return contains(port.protocol().base() + port.number());
    }

    private boolean contains(int number) {
        int found = Arrays.binarySearch(bounds, number);
        return found >= 0 || (-found - 1) % 2 == 1;
    }

    /** The least port, TCP first. */
    public Optional<Port> first() {
        return ranges().stream().findFirst().map(range -> new Port(range.protocol(), range.first()));
    }

    /** One port, the least, of each part into which others cut this set. */
    List<Port> boundsAmong(Collection<PortSet> others) {
        var cuts = new TreeSet<Integer>();
        for (int i = 0; i < bounds.length; i += 2) {
            cuts.add(bounds[i]);
        }
        for (var other : others) {
            for (int i = 0; i < other.bounds.length; i++) {
                cuts.add(i % 2 == 0 ? other.bounds[i] : other.bounds[i] + 1);
            }
        }
        return cuts.stream()
                .filter(this::contains)
                .map(number -> new Port(
                        Protocol.at(number), number - Protocol.at(number).base()))
                .toList();
    }

    /** The ranges in order, TCP first. */
    public List<Range> ranges() {
        var ranges = new ArrayList<Range>();
        for (int i = 0; i < bounds.length; i += 2) {
            var protocol = Protocol.at(bounds[i]);
            ranges.add(new Range(protocol, bounds[i] - protocol.base(), bounds[i + 1] - protocol.base()));
        }
        return List.copyOf(ranges);
    }

    private PortSet complement() {
        var set = NONE;
        for (var protocol : Protocol.values()) {
            int next = 1;
            for (var range : ranges()) {
                if (range.protocol() == protocol) {
                    set = next < range.first() ? set.plus(of(protocol, next, range.first() - 1)) : set;
                    next = range.last() + 1;
                }
            }
            set = next <= Port.LARGEST ? set.plus(of(protocol, next, Port.LARGEST)) : set;
        }
        return set;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** Compact text: {@code TCP 80,443 UDP 53}; {@code all} for every port, {@code none} for no port. */
    @Override
    public String toString() {
        if (equals(ALL)) {
            return "all";
        }
        var protocols = new StringJoiner(" ").setEmptyValue("none");
        for (var protocol : Protocol.values()) {
            var ports = new StringJoiner(",");
            for (var range : ranges()) {
                if (range.protocol() == protocol) {
                    ports.add(range.first() == range.last() ? "" + range.first() : range.first() + "-" + range.last());
                }
            }
            if (ports.length() > 0) {
                protocols.add(protocol + " " + (ports.toString().equals("1-65535") ? "all" : ports));
            }
        }
        return protocols.toString();
    }
}
