package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
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
}
