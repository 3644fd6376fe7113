package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountArithmeticTest {

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
