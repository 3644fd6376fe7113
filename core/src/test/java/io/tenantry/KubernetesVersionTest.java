package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesVersionTest {

    @ParameterizedTest
    @CsvSource({"1.24, 24", "1.33, 33", "v1.33.2, 33", "1.37.0, 37", "v1.31.4-gke.1, 31", "1.30.0+k3s1, 30"})
    void readsMajorAndMinorAndIgnoresTheRest(String text, int minor) {
        assertThat(KubernetesVersion.parse(text)).isEqualTo(new KubernetesVersion(1, minor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23", "1.38", "0.33", "2.0", "v1.9.1", "1.100"})
    void refusesVersionsOutOfRange(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KubernetesVersion.parse(text))
                .withMessage(
                        "is \"" + text + "\" but must be from 1.24 to 1.37; write 1.33, or what your API server says");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "latest",
                "1.x",
                "V1.33",
                "1.33.",
                "1.33.2.1",
                " 1.33",
                "1.33\n",
                "1.99999999999999999999"
            })
    void refusesWhatIsNoVersion(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KubernetesVersion.parse(text))
                .withMessageEndingWith("but must be a Kubernetes version from 1.24 to 1.37; write it such as 1.33");
    }

    @Test
    void ordersByMajorThenMinor() {
        assertThat(KubernetesVersion.parse("1.30")).isLessThan(KubernetesVersion.parse("1.31"));
        assertThat(new KubernetesVersion(2, 0)).isGreaterThan(KubernetesVersion.NEWEST);
        assertThat(KubernetesVersion.parse("1.30").atLeast(30)).isTrue();
        assertThat(KubernetesVersion.parse("1.29").atLeast(30)).isFalse();
        assertThat(new KubernetesVersion(2, 0).atLeast(30)).isTrue();
    }

    @Test
    void defaultsToAVersionInRange() {
        assertThat(KubernetesVersion.DEFAULT).isBetween(KubernetesVersion.OLDEST, KubernetesVersion.NEWEST);
        assertThat(KubernetesVersion.DEFAULT).hasToString("1.33");
    }
}
