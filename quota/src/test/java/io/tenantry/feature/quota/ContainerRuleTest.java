package io.tenantry.feature.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Amount;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerRuleTest {

    @Test
    void limitsADefaultContainerToTenTimesItsRequest() {
        assertThat(rule(Compute.CPU, limits -> limits).defaultLimit()).isEqualTo(Amount.cores(1));
        assertThat(rule(Compute.MEMORY, limits -> limits).defaultLimit()).isEqualTo(Amount.mebibytes(1280));
        assertThat(rule(Compute.EPHEMERAL_STORAGE, limits -> limits).defaultLimit())
                .isEqualTo(Amount.gibibytes(10));
    }

    @ParameterizedTest
    @CsvSource({
        "100m, 8, 10, 1",
        "2, 8, 10, 2500m",
        "2, 1500m, 10, 2",
        "3, 8, 10, 3",
        "2, 8, 64, 8",
        "100m, 500m, 10, 500m",
        "1m, 8, 10, 10m",
        "333m, 8, 5001m, 1250m"
    })
    void takesTheLeastOfContainerMaxAQuarterOfAPodAndTenRequestsButNoLessThanTheRequest(
            String request, String containerMax, String podMax, String expected) {
        var rule = rule(
                Compute.CPU,
                limits -> limits.podCpuRequest(Amount.of(request))
                        .containerCpuLimit(Amount.of(containerMax))
                        .podCpuLimit(Amount.of(podMax)));
        assertThat(rule.defaultLimit()).isEqualTo(Amount.of(expected));
    }

    @Test
    void roundsAQuarterOfAPodDownToMebibytes() {
        var rule = rule(
                Compute.MEMORY, limits -> limits.podMemoryLimit(Amount.of("1G")).podMemoryRequest(Amount.of("200Mi")));
        assertThat(rule.defaultLimit()).isEqualTo(Amount.mebibytes(238));
    }

    @Test
    void makesDefaultsEqualWhenBurstingIsNotAllowed() {
        assertThat(rule(Compute.CPU, limits -> limits.allowBursting(false)).defaultLimit())
                .isEqualTo(Amount.millicores(100));
        assertThat(rule(Compute.MEMORY, limits -> limits.qosClass(QosClass.GUARANTEED))
                        .defaultLimit())
                .isEqualTo(Amount.mebibytes(128));
        assertThat(rule(Compute.CPU, limits -> limits.qosClass(QosClass.GUARANTEED))
                        .limitEqualsRequest())
                .isTrue();
        assertThat(rule(Compute.EPHEMERAL_STORAGE, limits -> limits.allowBursting(false))
                        .limitEqualsRequest())
                .isFalse();
    }

    @Test
    void saysNothingOfCpuAndMemoryForBestEffort() {
        var limits = LimitsBuilder.builder(Limits.DEFAULTS)
                .qosClass(QosClass.BEST_EFFORT)
                .build();
        assertThat(ContainerRule.of(limits))
                .extracting(ContainerRule::resource)
                .containsExactly(Compute.EPHEMERAL_STORAGE);
    }

    private static ContainerRule rule(Compute resource, UnaryOperator<LimitsBuilder> change) {
        var limits = change.apply(LimitsBuilder.builder(Limits.DEFAULTS)).build();
        return ContainerRule.of(limits).stream()
                .filter(rule -> rule.resource() == resource)
                .findFirst()
                .orElseThrow();
    }
}
