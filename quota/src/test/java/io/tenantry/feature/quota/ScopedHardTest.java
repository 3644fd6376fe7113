package io.tenantry.feature.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Amount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScopedHardTest {
    private static final Map<String, Amount> HARD = Map.of(
            "pods",
            Amount.of(10),
            "requests.cpu",
            Amount.of(2),
            "services",
            Amount.of(5),
            "requests.ephemeral-storage",
            Amount.gibibytes(1));

    @Test
    void keepsEverythingTogetherWithoutScopes() {
        assertThat(split().everything()).isEqualTo(HARD);
        assertThat(split().inScope()).isEmpty();
    }

    @Test
    void putsWhatTheScopeCountsUnderTheScope() {
        assertThat(split("NotTerminating").inScope()).containsOnlyKeys("pods", "requests.cpu");
        assertThat(split("NotTerminating").everything()).containsOnlyKeys("services", "requests.ephemeral-storage");
    }

    @Test
    void putsOnlyWhatEveryScopeCountsUnderSeveral() {
        assertThat(split("BestEffort", "Terminating").inScope()).containsOnlyKeys("pods");
        assertThat(split("BestEffort", "Terminating").everything())
                .containsOnlyKeys("requests.cpu", "services", "requests.ephemeral-storage");
    }

    private static ScopedHard split(String... scopes) {
        return ScopedHard.of(
                new TreeMap<>(HARD),
                List.of(scopes).stream().map(QuotaScope::parse).toList());
    }
}
