package io.tenantry.feature.quota;

import io.tenantry.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A total divided among namespaces.
 *
 * <p>Written shares are kept. What they leave is divided by weight with the largest remainder, ties going to the name
 * that sorts first, so that with at least one namespace that writes no share the shares sum to the total exactly.
 *
 * @param shares by namespace
 * @param written the sum of the written shares; above the total, the other namespaces get nothing
 */
record Split(SortedMap<String, Amount> shares, Amount written) {

    /**
     * What one namespace asks for.
     *
     * @param share null to get a part of what is left
     * @param weight how large a part, 1 or more
     */
    record Claim(String namespace, @Nullable Amount share, long weight) {
        Claim withoutShare() {
            return new Claim(namespace, null, weight);
        }
    }

    /** A namespace's exact part in whole steps, and how much of a step was cut off. */
    private record Part(String namespace, BigInteger steps, BigInteger remainder) {}

    private static final Comparator<Part> LARGEST_REMAINDER_FIRST =
            Comparator.comparing(Part::remainder).reversed().thenComparing(Part::namespace);

    static Split of(Amount total, Unit unit, List<Claim> claims) {
        var shares = new TreeMap<String, Amount>();
        var open = new ArrayList<Claim>();
        var written = Amount.ZERO;
        for (var claim : claims) {
            var share = claim.share();
            if (share == null) {
                open.add(claim);
            } else {
                written = written.plus(share);
                shares.put(claim.namespace(), share);
            }
        }
        var rest = total.minus(written).max(Amount.ZERO);
        divide(rest, unit.step(rest), open, shares);
        return new Split(shares, written);
    }

    private static void divide(Amount rest, Amount step, List<Claim> open, SortedMap<String, Amount> shares) {
        var steps = rest.in(step);
        var weights =
                open.stream().map(claim -> BigInteger.valueOf(claim.weight())).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new ArrayList<Part>();
        var left = steps;
        for (var claim : open) {
            var exact = steps.multiply(BigInteger.valueOf(claim.weight())).divideAndRemainder(weights);
            parts.add(new Part(claim.namespace(), exact[0], exact[1]));
            left = left.subtract(exact[0]);
        }
        parts.sort(LARGEST_REMAINDER_FIRST);
        for (var part : parts) {
            var one = left.signum() > 0 ? BigInteger.ONE : BigInteger.ZERO;
            shares.put(part.namespace(), amount(part.steps().add(one), step));
            left = left.subtract(one);
        }
    }

    private static Amount amount(BigInteger steps, Amount step) {
        return Amount.of(new BigDecimal(steps).multiply(step.toBigDecimal()));
    }
}
