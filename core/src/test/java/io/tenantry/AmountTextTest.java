package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTextTest {

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
}
