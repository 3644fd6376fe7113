package io.tenantry.feature.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Amount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "CPU, 200, 1m",
        "CPU, 0, 1m",
        "CPU, 1u, 1n",
        "BYTES, 512Gi, 1Mi",
        "BYTES, 1G, 1",
        "BYTES, 1048577, 1",
        "BYTES, 0.5, 1n",
        "COUNT, 7, 1",
        "COUNT, 0.5, 1n"
    })
    void splitsInTheCoarsestStepThatDivides(Unit unit, String amount, String step) {
        assertThat(unit.step(Amount.of(amount))).isEqualTo(Amount.of(step));
    }

    @ParameterizedTest
    @CsvSource({
        "CPU, 2500m, 2500m",
        "CPU, 1234567u, 1234m",
        "CPU, 999u, 0",
        "BYTES, 1Gi, 1Gi",
        "BYTES, 1000000000, 953Mi",
        "BYTES, 1500000, 1Mi",
        "BYTES, 1048575, 1048575",
        "BYTES, 0.5, 0"
    })
    void roundsDownToAStepThatIsNotAboveTheAmount(Unit unit, String amount, String floor) {
        assertThat(unit.floor(Amount.of(amount))).isEqualTo(Amount.of(floor));
    }

    @ParameterizedTest
    @CsvSource({"CPU, 1000, 1000", "CPU, 1500m, 1500m", "BYTES, 1024Gi, 1Ti", "COUNT, 1e3, 1000"})
    void printsInTheLargestUnitThatStaysExact(Unit unit, String amount, String text) {
        assertThat(unit.text(Amount.of(amount))).isEqualTo(text);
    }
}
