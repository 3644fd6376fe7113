package io.tenantry.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.validation.Names;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObjectNamesTest {

    @Test
    void readsAsTenantAndSuffix() {
        assertThat(ObjectNames.of("acme", "quota")).isEqualTo("acme--quota");
        assertThat(ObjectNames.of("acme-corp", "daily-backup")).isEqualTo("acme-corp--daily-backup");
    }

    @Test
    void keepsTenantsApartWhereverTheDashesAre() {
        assertThat(ObjectNames.of("a", "b-c")).isNotEqualTo(ObjectNames.of("a-b", "c"));
        assertThat(ObjectNames.of("a", "b--c")).isNotEqualTo(ObjectNames.of("a--b", "c"));
    }

    @Test
    void fitsInADnsLabelWithAReadableBeginning() {
        var tenant = "t".repeat(63);
        assertThat(ObjectNames.of(tenant, "quota")).hasSize(63).startsWith("t".repeat(48) + "---");
        assertThat(ObjectNames.of(tenant, "quota")).isNotEqualTo(ObjectNames.of(tenant, "limits"));
        assertThat(ObjectNames.of("a".repeat(47) + "-b", "c".repeat(40))).startsWith("a".repeat(47) + "---");
    }

    @Test
    void refusesWhatIsNoLabel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectNames.of("acme", "-x"))
                .withMessageStartingWith("A part of an object's name is \"-x\" but must be a DNS label");
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectNames.of("", "x"));
    }

    /** All labels of {@code a} and {@code -} up to 7 characters, each with each. */
    @Test
    void givesEveryPairOfShortLabelsANameOfItsOwn() {
        assertNoTwoPairsShareAName(shortLabels(7));
    }

    /** Names fed back as tenants and suffixes, and labels about as long as fit. */
    @Test
    void givesEveryPairOfItsOwnNamesANameOfItsOwn() {
        var labels = new LinkedHashSet<>(shortLabels(3));
        for (var tenant : shortLabels(3)) {
            for (var suffix : shortLabels(3)) {
                labels.add(ObjectNames.of(tenant, suffix));
            }
        }
        for (var length = 28; length <= 63; length++) {
            labels.add("a".repeat(length));
            labels.add("a".repeat(length - 2) + "-a");
        }
        assertNoTwoPairsShareAName(labels);
    }

    private static void assertNoTwoPairsShareAName(Set<String> labels) {
        Map<String, String> pairs = new HashMap<>();
        for (var tenant : labels) {
            for (var suffix : labels) {
                var name = ObjectNames.of(tenant, suffix);
                assertThat(Names.label(name)).isEmpty();
                assertThat(pairs.put(name, tenant + "/" + suffix)).isNull();
            }
        }
        assertThat(pairs).hasSize(labels.size() * labels.size());
    }

    private static Set<String> shortLabels(int longest) {
        Set<String> all = Set.of("");
        Set<String> labels = new LinkedHashSet<>();
        for (var length = 1; length <= longest; length++) {
            all = all.stream()
                    .flatMap(text -> Stream.of(text + "a", text + "-"))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            all.stream().filter(text -> Names.label(text).isEmpty()).forEach(labels::add);
        }
        return labels;
    }
}
