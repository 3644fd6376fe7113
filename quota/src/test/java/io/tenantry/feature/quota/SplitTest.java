package io.tenantry.feature.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Amount;
import io.tenantry.feature.quota.Split.Claim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final long SEED = 20260415L;

    @Test
    void givesOneNamespaceEverything() {
        assertThat(split("200", Unit.CPU, open("prod", 1))).containsExactly("prod=200");
    }

    @Test
    void dividesEvenlyByDefault() {
        assertThat(split("512Gi", Unit.BYTES, open("dev", 1), open("prod", 1)))
                .containsExactly("dev=256Gi", "prod=256Gi");
    }

    @Test
    void dividesByWeight() {
        assertThat(split("200", Unit.CPU, open("dev", 1), open("prod", 3))).containsExactly("dev=50", "prod=150");
    }

    @Test
    void keepsWrittenSharesAndDividesTheRest() {
        assertThat(split("500", Unit.COUNT, written("prod", "300"), open("dev", 1), open("qa", 1)))
                .containsExactly("dev=100", "prod=300", "qa=100");
    }

    @Test
    void leavesTheRestUnusedWhenEveryShareIsWritten() {
        assertThat(split("500", Unit.COUNT, written("prod", "300"), written("dev", "100")))
                .containsExactly("dev=100", "prod=300");
    }

    @Test
    void givesWhatRemainsToTheLargestRemainder() {
        // 10 by 3:2:1 is 5, 3.33, 1.67
        assertThat(split("10", Unit.COUNT, open("a", 3), open("b", 2), open("c", 1)))
                .containsExactly("a=5", "b=3", "c=2");
    }

    @Test
    void breaksTiesByName() {
        assertThat(split("50", Unit.COUNT, open("c", 1), open("b", 1), open("a", 1)))
                .containsExactly("a=17", "b=17", "c=16");
    }

    @Test
    void splitsCpuByTheMillicoreAndMemoryByTheMebibyte() {
        assertThat(split("1", Unit.CPU, open("a", 1), open("b", 1), open("c", 1)))
                .containsExactly("a=334m", "b=333m", "c=333m");
        assertThat(split("1Gi", Unit.BYTES, open("a", 1), open("b", 1), open("c", 1)))
                .containsExactly("a=342Mi", "b=341Mi", "c=341Mi");
        assertThat(split("1G", Unit.BYTES, open("a", 1), open("b", 1), open("c", 1)))
                .containsExactly("a=333333334", "b=333333333", "c=333333333");
    }

    @Test
    void givesNothingToOthersWhenWrittenSharesTakeEverything() {
        assertThat(split("100", Unit.CPU, written("prod", "100"), open("dev", 1)))
                .containsExactly("dev=0", "prod=100");
    }

    @Test
    void tellsTheSumOfSharesThatAreAboveTheTotal() {
        var split = Split.of(
                Amount.of("100"), Unit.CPU, List.of(written("prod", "80"), written("qa", "30500m"), open("dev", 1)));
        assertThat(split.written()).isEqualTo(Amount.of("110500m"));
        assertThat(split.shares().get("dev")).isEqualTo(Amount.ZERO);
    }

    @Test
    void survivesWeightsAndTotalsAtTheEndOfTheirRange() {
        assertThat(split("9223372036854775807", Unit.COUNT, open("a", Long.MAX_VALUE), open("b", Long.MAX_VALUE)))
                .containsExactly("a=4611686018427387904", "b=4611686018427387903");
    }

    @Test
    void sumsToTheTotalExactlyAndIgnoresTheOrderOfNamespaces() {
        var random = new Random(SEED);
        for (var i = 0; i < 20_000; i++) {
            var unit = List.of(Unit.CPU, Unit.BYTES, Unit.COUNT).get(random.nextInt(3));
            var total = total(random, unit);
            var claims = claims(random, total);
            var split = Split.of(total, unit, claims);
            var sum = split.shares().values().stream().reduce(Amount.ZERO, Amount::plus);
            assertThat(sum).isEqualTo(total);
            assertThat(split.shares().values()).noneMatch(Amount::isNegative);
            Collections.shuffle(claims, random);
            assertThat(Split.of(total, unit, claims)).isEqualTo(split);
        }
    }

    /** Among all ways to give out whole things, none is nearer to the exact parts; smaller totals, all ways tried. */
    @Test
    void isAsNearToTheExactPartsAsWholeThingsCanBe() {
        var random = new Random(SEED);
        for (var i = 0; i < 2_000; i++) {
            var total = random.nextInt(12);
            var weights =
                    random.ints(1 + random.nextInt(4), 1, 8).asLongStream().toArray();
            var claims = new ArrayList<Claim>();
            for (var at = 0; at < weights.length; at++) {
                claims.add(open("n" + at, weights[at]));
            }
            var shares = Split.of(Amount.of(total), Unit.COUNT, claims).shares().values().stream()
                    .mapToLong(share -> share.toBigDecimal().longValueExact())
                    .toArray();
            assertThat(distance(shares, weights, total))
                    .isEqualTo(leastDistance(new long[weights.length], 0, total, weights, total));
        }
    }

    /** The sum over namespaces of |share - total * weight / weights|, times weights to stay whole. */
    private static long distance(long[] shares, long[] weights, long total) {
        var sum = Arrays.stream(weights).sum();
        var distance = 0L;
        for (var at = 0; at < shares.length; at++) {
            distance += Math.abs(shares[at] * sum - total * weights[at]);
        }
        return distance;
    }

    private static long leastDistance(long[] shares, int at, long left, long[] weights, long total) {
        if (at == shares.length - 1) {
            shares[at] = left;
            return distance(shares, weights, total);
        }
        var least = Long.MAX_VALUE;
        for (var share = 0L; share <= left; share++) {
            shares[at] = share;
            least = Math.min(least, leastDistance(shares, at + 1, left - share, weights, total));
        }
        return least;
    }

    private static Amount total(Random random, Unit unit) {
        var number = random.nextInt(100_000);
        return switch (unit) {
            case CPU -> Amount.millicores(number);
            case BYTES -> random.nextBoolean() ? Amount.mebibytes(number) : Amount.of(number);
            case COUNT -> Amount.of(number);
        };
    }

    /** Up to eight namespaces, the first without a written share, the written ones within the total. */
    private static List<Claim> claims(Random random, Amount total) {
        var claims = new ArrayList<>(List.of(open("first", 1 + random.nextInt(5))));
        for (var at = random.nextInt(8); at > 0; at--) {
            var share = random.nextInt(3) == 0 ? total.dividedBy(8).floorTo(Amount.of(1)) : null;
            claims.add(new Claim("n" + at, share, 1 + random.nextInt(5)));
        }
        return claims;
    }

    private static Claim open(String namespace, long weight) {
        return new Claim(namespace, null, weight);
    }

    private static Claim written(String namespace, @Nullable String share) {
        return new Claim(namespace, share == null ? null : Amount.of(share), 1);
    }

    private static List<String> split(String total, Unit unit, Claim... claims) {
        return Split.of(Amount.of(total), unit, List.of(claims)).shares().entrySet().stream()
                .map(share -> share.getKey() + "=" + unit.text(share.getValue()))
                .toList();
    }
}
