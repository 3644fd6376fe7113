package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "+5, 5",
        "5., 5",
        ".5, 0.5",
        "00012, 12",
        "1n, 0.000000001",
        "1u, 0.000001",
        "1m, 0.001",
        "1k, 1000",
        "1M, 1000000",
        "1G, 1000000000",
        "1T, 1000000000000",
        "1P, 1000000000000000",
        "1E, 1000000000000000000",
        "1Ki, 1024",
        "1Mi, 1048576",
        "1Gi, 1073741824",
        "1Ti, 1099511627776",
        "1Pi, 1125899906842624",
        "1Ei, 1152921504606846976",
        "-1.5Gi, -1610612736",
        "0.1Ki, 102.4",
        "1e3, 1000",
        "1E3, 1000",
        "1e+3, 1000",
        "5e-1, 0.5",
        "1E-9, 0.000000001",
        "1e003, 1000",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775807, -9223372036854775807",
        "0e99, 0"
    })
    void readsEveryFormOfAQuantity(String text, BigDecimal value) {
        assertThat(Amount.parse(text).toBigDecimal()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "banana",
                ".",
                "+",
                "-",
                "1e",
                "1e+",
                "1.5.2",
                "1 Gi",
                "1gi",
                "1GB",
                "Gi",
                "1Kim",
                "1mm",
                "1K",
                "0x10",
                "1_000",
                "1,5",
                "NaN",
                "Infinity",
                "\u0661",
                "1e3e3",
                "1e3Gi",
                "--1",
                "1e1.5",
                "1Ei1",
                "1h",
                "1d",
                "e3",
                "1 "
            })
    void refusesWhatIsNoQuantity(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.parse(text))
                .withMessage("is \"" + text + "\" but must be a Kubernetes quantity; write it such as 500m, 2 or 1Gi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8Ei",
                "10E",
                "9223372036854775808",
                "-9223372036854775808",
                "1e19",
                "1e400",
                "1e999999999",
                "1e9999999999999999999999",
                "123456789012345678901234567890"
            })
    void refusesWhatKubernetesWouldCap(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.parse(text))
                .withMessage("is \"" + text + "\" but Kubernetes holds at most 9223372036854775807,"
                        + " which is a little less than 8Ei; write a smaller quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1n", "1e-10", "1e-400", "0.0000000001", "0.0000000001Ki", "1e-99999999999"})
    void refusesWhatKubernetesWouldRound(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.parse(text))
                .withMessage("is \"" + text + "\" but Kubernetes holds nothing finer than 1n, a billionth;"
                        + " write fewer decimals");
    }

    @Test
    void refusesLongTextBeforeReadingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.parse("1".repeat(10_000_000)))
                .withMessageStartingWith("is 10000000 characters long but must be a Kubernetes quantity");
    }

    @Test
    void showsNoControlCharacterOfWhatItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.parse("1\u001b[31m\n"))
                .withMessageStartingWith("is \"1?[31m?\" but");
    }

    /** The expected column is what k8s.io/apimachinery 0.36.3 prints for the same quantity. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "+5, 5",
        "5., 5",
        ".5, 500m",
        "500m, 500m",
        "1000, 1k",
        "1000000, 1M",
        "1024, 1024",
        "1024Ki, 1Mi",
        "1.5Gi, 1536Mi",
        "896Gi, 896Gi",
        "0.1Ki, 102400m",
        "512, 512",
        "1023Ki, 1023Ki",
        "0.5Ki, 512",
        "2048k, 2048k",
        "1e3, 1e3",
        "1E3, 1e3",
        "1e-3, 1e-3",
        "5e-1, 500e-3",
        "1500e2, 150e3",
        "12e6, 12e6",
        "12e7, 120e6",
        "1e18, 1e18",
        "1E, 1E",
        "1.5E, 1500P",
        "7Ei, 7Ei",
        "9223372036854775807, 9223372036854775807",
        "-1.5Gi, -1536Mi",
        "1n, 1n",
        "1000n, 1u",
        "1500u, 1500u",
        "100000000n, 100m",
        "1.25Ki, 1280",
        "123456789, 123456789",
        "1.2M, 1200k",
        "7000P, 7E",
        "1024Pi, 1Ei",
        "-500m, -500m",
        "-1024, -1024",
        "0Gi, 0",
        "1.10, 1100m",
        "0.25Ki, 256",
        "1.001Ki, 1025024m",
        "1.5e3, 1500",
        "100e-3, 100e-3",
        "1e0, 1",
        "1e1, 10"
    })
    void printsTheCanonicalFormOfTheApiServer(String text, String canonical) {
        assertThat(Amount.parse(text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "350, 350",
        "1000, 1000",
        "1e3, 1000",
        "1k, 1000",
        "0.5, 500m",
        "3500m, 3500m",
        "2000m, 2",
        "0.0001, 100u",
        "1n, 1n",
        "0, 0",
        "-2500m, -2500m",
        "7E, 7000000000000000000"
    })
    void printsCpuAndCountsInWholeUnitsOrTheLargestThatStaysExact(String text, String plain) {
        assertThat(Amount.parse(text).plain()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "896Gi, 896Gi",
        "1024Gi, 1Ti",
        "1536Gi, 1536Gi",
        "1e3, 1k",
        "1500k, 1500k",
        "2048k, 2048k",
        "1024, 1Ki",
        "1000, 1k",
        "1001, 1001",
        "0, 0",
        "0Gi, 0",
        "0.5, 500m",
        "-2Gi, -2Gi",
        "7Ei, 7Ei",
        "1E, 1E",
        "512G, 512G",
        "1000Mi, 1000Mi"
    })
    void printsBytesInTheLargestUnitThatStaysExact(String text, String bytes) {
        assertThat(Amount.parse(text).bytes()).isEqualTo(bytes);
    }

    @Test
    void keepsTheTextAsItWasWrittenUntilComputedWith() {
        assertThat(Amount.parse("0.50").text()).isEqualTo("0.50");
        assertThat(Amount.parse("0.50").plus(Amount.ZERO).text()).isEqualTo("500m");
        assertThat(Amount.parse("0.50")).hasToString("0.50");
    }

    @Test
    void isEqualByValueHoweverWritten() {
        assertThat(Amount.of("1000m")).isEqualTo(Amount.of(1)).hasSameHashCodeAs(Amount.of(1));
        assertThat(Amount.of("1e3")).isEqualTo(Amount.of("1k")).hasSameHashCodeAs(Amount.of("1.0k"));
        assertThat(Amount.of("1Gi")).isEqualByComparingTo(Amount.of("1024Mi")).isNotEqualTo(Amount.of("1G"));
        assertThat(Amount.of("0Gi")).isEqualTo(Amount.ZERO).hasSameHashCodeAs(Amount.ZERO);
    }

    @Test
    void namesUnitsInJava() {
        assertThat(Amount.cores(2)).isEqualTo(Amount.of("2")).hasToString("2");
        assertThat(Amount.millicores(1500)).isEqualTo(Amount.of("1.5")).hasToString("1500m");
        assertThat(Amount.mebibytes(128)).isEqualTo(Amount.of("128Mi")).hasToString("128Mi");
        assertThat(Amount.gibibytes(512)).isEqualTo(Amount.of("0.5Ti")).hasToString("512Gi");
        assertThat(Amount.tebibytes(2)).isEqualTo(Amount.of("2Ti")).hasToString("2Ti");
        assertThat(Amount.tebibytes(Long.MAX_VALUE).toBigDecimal())
                .isEqualByComparingTo(BigDecimal.valueOf(Long.MAX_VALUE).multiply(BigDecimal.valueOf(1L << 40)));
        assertThat(Amount.of(new BigDecimal("0.25")))
                .isEqualTo(Amount.of("250m"))
                .hasToString("250m");
    }

    @Test
    void calculatesExactly() {
        assertThat(Amount.of("200").plus(Amount.of("100")).plus(Amount.of("50")).plain())
                .isEqualTo("350");
        assertThat(Amount.of("512Gi")
                        .plus(Amount.of("256Gi"))
                        .plus(Amount.of("128Gi"))
                        .bytes())
                .isEqualTo("896Gi");
        assertThat(Amount.of("0.1").plus(Amount.of("0.2"))).isEqualTo(Amount.of("300m"));
        assertThat(Amount.of("1").minus(Amount.of("1500m"))).hasToString("-500m");
        assertThat(Amount.of("100m").times(500)).isEqualTo(Amount.cores(50));
        assertThat(Amount.of("1").dividedBy(3)).hasToString("333333333n");
        assertThat(Amount.of("-1").dividedBy(3)).hasToString("-333333333n");
        assertThat(Amount.of("32Gi").dividedBy(4)).hasToString("8Gi");
        assertThatThrownBy(() -> Amount.of(1).dividedBy(0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void keepsTheBinaryNotationThroughSums() {
        assertThat(Amount.of("1e3").plus(Amount.of("1Ki")).canonical()).isEqualTo("2024");
        assertThat(Amount.of("1048576").plus(Amount.of("1Mi")).canonical()).isEqualTo("2Mi");
        assertThat(Amount.of("2Mi").minus(Amount.of("1048576")).canonical()).isEqualTo("1Mi");
        assertThat(Amount.of("1e3").plus(Amount.of("1k")).canonical()).isEqualTo("2e3");
    }

    @ParameterizedTest
    @CsvSource({"2500m, 1, 2", "-2500m, 1, -3", "3, 1, 3", "1333333333n, 1m, 1333m", "1000000000, 1Mi, 953Mi", "0, 5, 0"
    })
    void roundsDownToAStep(String text, String step, String floor) {
        assertThat(Amount.of(text).floorTo(Amount.of(step))).isEqualTo(Amount.of(floor));
    }

    @ParameterizedTest
    @CsvSource({"2500m, 1m, true", "2500m, 1, false", "0, 5, true", "-6, 3, true", "1Gi, 1Mi, true", "1G, 1Mi, false"})
    void knowsWhatItIsAMultipleOf(String text, String step, boolean multiple) {
        assertThat(Amount.of(text).isMultipleOf(Amount.of(step))).isEqualTo(multiple);
    }

    @ParameterizedTest
    @CsvSource({
        "2500m, 100m, 25",
        "2500m, 1, 2",
        "1Gi, 1Mi, 1024",
        "-7, 2, -3",
        "1e18, 1n, 1000000000000000000000000000"
    })
    void knowsHowManyTimesAStepFits(String text, String step, BigInteger times) {
        assertThat(Amount.of(text).in(Amount.of(step))).isEqualTo(times);
    }

    @Test
    void refusesAStepThatIsNotPositive() {
        assertThatThrownBy(() -> Amount.of(1).in(Amount.ZERO)).isInstanceOf(ArithmeticException.class);

        assertThatThrownBy(() -> Amount.of(1).floorTo(Amount.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Amount.of(1).isMultipleOf(Amount.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void ordersByValue() {
        assertThat(Amount.of("999m").min(Amount.of("1"))).hasToString("999m");
        assertThat(Amount.of("999m").max(Amount.of("1"))).hasToString("1");
        assertThat(Amount.of("1000m").min(Amount.of("1"))).hasToString("1000m");
        assertThat(Amount.of("-1m").isNegative()).isTrue();
        assertThat(Amount.ZERO.isNegative()).isFalse();
        assertThat(Amount.of("0Gi").isZero()).isTrue();
        assertThat(Amount.of("1n").isZero()).isFalse();
    }
}
