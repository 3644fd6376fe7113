package io.tenantry.feature.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelinuxLevelsTest {

    @Test
    void followFromTheNameAlone() {
        assertThat(SelinuxLevels.ofName("acme")).isEqualTo(SelinuxLevels.ofName("acme"));
        assertThat(SelinuxLevels.ofName("acme")).isNotEqualTo(SelinuxLevels.ofName("widgets"));
    }

    @Test
    void areLevelsAndSpreadOverAllCategories() {
        var levels = IntStream.range(0, 2000)
                .mapToObj(i -> SelinuxLevels.ofName("tenant-" + i))
                .toList();
        assertThat(levels).allMatch(SelinuxLevels::isLevel);
        assertThat(levels.stream().distinct().count()).isGreaterThan(1980);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s0", "s0:c1", "s0:c5,c5", "s0:c7,c5", "s0:c1,c1024", "s1:c1,c2", "s0:c01,c2", "s0:c1,c2 "})
    void refusesOtherTexts(String text) {
        assertThat(SelinuxLevels.isLevel(text)).isFalse();
    }
}
