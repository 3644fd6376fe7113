package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random quantities, against fabric8's own reading of them and against themselves. */
class AmountPropertyTest {
    private static final long SEED = 20260415L;
    private static final List<String> SUFFIXES = List.of(
            "n", "u", "m", "", "k", "M", "G", "T", "P", "Ki", "Mi", "Gi", "Ti", "Pi", "e3", "E3", "e-3", "e+6", "e0");

    @Test
    void readsTheSameNumberAsFabric8() {
        assertThat(texts(20_000))
                .allSatisfy(
                        text -> assertThat(Amount.parse(text).toBigDecimal()).isEqualByComparingTo(numberOf(text)));
    }

    @Test
    void readsBackEveryFormThatItPrints() {
        assertThat(texts(20_000).map(Amount::parse)).allSatisfy(amount -> {
            assertThat(Amount.parse(amount.canonical())).isEqualTo(amount);
            assertThat(Amount.parse(amount.plain())).isEqualTo(amount);
            assertThat(Amount.parse(amount.bytes())).isEqualTo(amount);
        });
    }

    /** Of numbers up to fifteen digits: fabric8 rounds longer ones. */
    @Test
    void printsWhatFabric8ReadsAsTheSameNumber() {
        var amounts = texts(20_000)
                .map(Amount::parse)
                .filter(amount -> amount.toBigDecimal().precision() <= 15);
        assertThat(amounts).hasSizeGreaterThan(10_000).allSatisfy(amount -> {
            assertThat(numberOf(amount.canonical())).isEqualByComparingTo(amount.toBigDecimal());
            assertThat(numberOf(amount.bytes())).isEqualByComparingTo(amount.toBigDecimal());
            assertThat(numberOf(amount.plain())).isEqualByComparingTo(amount.toBigDecimal());
        });
    }

    @Test
    void printsNoFractionAndStaysCanonical() {
        assertThat(texts(20_000).map(Amount::parse)).allSatisfy(amount -> {
            assertThat(amount.canonical()).doesNotContain(".");
            assertThat(Amount.parse(amount.canonical()).canonical()).isEqualTo(amount.canonical());
            assertThat(Amount.parse(amount.bytes()).bytes()).isEqualTo(amount.bytes());
            assertThat(Amount.parse(amount.plain()).plain()).isEqualTo(amount.plain());
        });
    }

    @Test
    void calculatesAsBigDecimalDoes() {
        var random = new Random(SEED);
        for (var i = 0; i < 20_000; i++) {
            var left = Amount.parse(text(random));
            var right = Amount.parse(text(random));
            var x = left.toBigDecimal();
            var y = right.toBigDecimal();
            assertThat(left.plus(right).toBigDecimal()).isEqualByComparingTo(x.add(y));
            assertThat(left.minus(right).toBigDecimal()).isEqualByComparingTo(x.subtract(y));
            assertThat(left.times(7).toBigDecimal()).isEqualByComparingTo(x.multiply(BigDecimal.valueOf(7)));
            assertThat(left.min(right).plus(left.max(right))).isEqualTo(left.plus(right));
            assertThat(Integer.signum(left.compareTo(right))).isEqualTo(x.compareTo(y));
            assertThat(left.equals(right)).isEqualTo(x.compareTo(y) == 0);
        }
    }

    @Test
    void saysWhatIsWrongWithAnyOtherText() {
        var random = new Random(SEED);
        var letters = "0123456789.+-eEinumkKMGTP x\u0000\u0661";
        var refused = 0;
        for (var i = 0; i < 50_000; i++) {
            var text = random.ints(random.nextInt(9), 0, letters.length())
                    .mapToObj(at -> letters.substring(at, at + 1))
                    .reduce("", String::concat);
            var thrown = catchThrowable(() -> Amount.parse(text));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("is ");
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 48_000);
    }

    private static BigDecimal numberOf(String text) {
        return new Quantity(text).getNumericalAmount();
    }

    private static Stream<String> texts(int count) {
        var random = new Random(SEED);
        return IntStream.range(0, count).mapToObj(i -> text(random));
    }

    private static String text(Random random) {
        var sign = List.of("", "", "-", "+").get(random.nextInt(4));
        var suffix = SUFFIXES.get(random.nextInt(SUFFIXES.size()));
        var whole = Integer.toString(random.nextInt(random.nextBoolean() ? 10 : 8_000));
        var fraction =
                suffix.equals("n") || suffix.equals("u") || random.nextBoolean() ? "" : "." + random.nextInt(1_000);
        return sign + whole + fraction + suffix;
    }
}
