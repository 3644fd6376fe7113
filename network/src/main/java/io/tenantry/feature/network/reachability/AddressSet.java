package io.tenantry.feature.network.reachability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/**
 * A set of addresses of both families.
 *
 * <pre>{@code
 * AddressSet.of(Cidr.parse("10.0.0.0/8")).minus(AddressSet.of(Cidr.parse("10.1.0.0/16")))
 * }</pre>
 *
 * <p>Immutable; equal by the addresses in it.
 *
 * @param ranges ascending, neither touching nor overlapping
 */
public record AddressSet(List<Range> ranges) {
    /** No address. */
    public static final AddressSet NONE = new AddressSet(List.of());

    /** Every address of both families. */
    public static final AddressSet ALL =
            of(new Cidr(new Address(false, 0, 0), 0), new Cidr(new Address(true, 0, 0), 0));

    /** Whoever has ranges in any order passes them here. */
    public AddressSet {
        ranges = merged(ranges);
    }

    /** The addresses from one to another of the same family. */
    public record Range(Address first, Address last) {
        public Range {
            if (first.v6() != last.v6() || first.compareTo(last) > 0) {
                throw new IllegalArgumentException(first + "-" + last + " is no range of addresses");
            }
        }
    }

    public static AddressSet of(Cidr... blocks) {
        return of(List.of(blocks));
    }

    public static AddressSet of(Collection<Cidr> blocks) {
        return new AddressSet(blocks.stream()
                .map(block -> new Range(block.first(), block.last()))
                .toList());
    }

    public AddressSet plus(AddressSet other) {
        var all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return new AddressSet(all);
    }

    public AddressSet and(AddressSet other) {
        var common = new ArrayList<Range>();
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < other.ranges.size()) {
            var mine = ranges.get(i);
            var its = other.ranges.get(j);
            var first = mine.first().compareTo(its.first()) >= 0 ? mine.first() : its.first();
            boolean mineEndsFirst = mine.last().compareTo(its.last()) <= 0;
            var last = mineEndsFirst ? mine.last() : its.last();
            if (first.compareTo(last) <= 0) {
                common.add(new Range(first, last));
            }
            if (mineEndsFirst) {
                i++;
            } else {
                j++;
            }
        }
        return new AddressSet(common);
    }

    public AddressSet minus(AddressSet other) {
        var left = ranges;
        for (var hole : other.ranges) {
            var rest = new ArrayList<Range>(left.size() + 1);
            for (var range : left) {
                cut(range, hole, rest);
            }
            left = rest;
        }
        return new AddressSet(left);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public boolean contains(Address address) {
        for (var range : ranges) {
            if (range.first().compareTo(address) <= 0 && address.compareTo(range.last()) <= 0) {
                return true;
            }
        }
        return false;
    }

    private static void cut(Range range, Range hole, List<Range> rest) {
        if (hole.last().compareTo(range.first()) < 0 || range.last().compareTo(hole.first()) < 0) {
            rest.add(range);
            return;
        }
        if (range.first().compareTo(hole.first()) < 0) {
            rest.add(new Range(range.first(), hole.first().previous()));
        }
        if (hole.last().compareTo(range.last()) < 0) {
            rest.add(new Range(hole.last().next(), range.last()));
        }
    }

    private static List<Range> merged(List<Range> ranges) {
        var sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(Range::first).thenComparing(Range::last));
        var merged = new ArrayList<Range>(sorted.size());
        for (var range : sorted) {
            var before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && touches(before, range)) {
                var last = before.last().compareTo(range.last()) >= 0 ? before.last() : range.last();
                merged.set(merged.size() - 1, new Range(before.first(), last));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }

    /** Whether a range overlaps, or goes on from, one that begins no later. */
    private static boolean touches(Range before, Range range) {
        return before.first().v6() == range.first().v6()
                && (range.first().compareTo(before.last()) <= 0
                        || before.last().next().equals(range.first()));
    }

    /** Compact text: {@code 10.0.0.0-10.255.255.255}; {@code none} for no address. */
    @Override
    public String toString() {
        var text = new StringJoiner(", ").setEmptyValue("none");
        ranges.forEach(range ->
                text.add(range.first().equals(range.last()) ? "" + range.first() : range.first() + "-" + range.last()));
        return text.toString();
    }
}
