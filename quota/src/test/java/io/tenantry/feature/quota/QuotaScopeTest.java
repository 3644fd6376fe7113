package io.tenantry.feature.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.feature.quota.QuotaScope.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaScopeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BestEffort",
                "NotBestEffort",
                "Terminating",
                "NotTerminating",
                "PriorityClass",
                "CrossNamespacePodAffinity",
                "PriorityClass:high",
                "PriorityClass:high,urgent"
            })
    void readsAndPrintsTheScopesOfKubernetes(String text) {
        assertThat(QuotaScope.parse(text)).hasToString(text);
    }

    @Test
    void sortsPriorityClassesAndDropsRepeatedOnes() {
        assertThat(QuotaScope.parse("PriorityClass:b,a,b").priorityClasses()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "besteffort",
                "Best Effort",
                "BestEffort:x",
                "NotTerminating,BestEffort",
                "VolumeAttributesClass"
            })
    void refusesOtherTextAndNamesTheScopes(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuotaScope.parse(text))
                .withMessage("is \"" + text + "\" but must be one of BestEffort, NotBestEffort, Terminating,"
                        + " NotTerminating, PriorityClass, CrossNamespacePodAffinity, or PriorityClass:NAME,NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PriorityClass:", "PriorityClass:a,", "PriorityClass:High", "PriorityClass:a b"})
    void refusesPriorityClassesThatCannotExist(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuotaScope.parse(text))
                .withMessageStartingWith("names a priority class that is ");
    }

    /** The columns are what ValidateResourceQuota of Kubernetes 1.36 accepts under each scope. */
    @ParameterizedTest
    @CsvSource({
        "pods, true, true",
        "requests.cpu, false, true",
        "requests.memory, false, true",
        "limits.cpu, false, true",
        "limits.memory, false, true",
        "requests.ephemeral-storage, false, false",
        "requests.storage, false, false",
        "persistentvolumeclaims, false, false",
        "services, false, false",
        "secrets, false, false",
        "count/deployments.apps, false, false",
        "requests.nvidia.com/gpu, true, true",
        "requests.storageclass.storage.k8s.io/requests.storage, false, false"
    })
    void allowsTheKeysThatTheScopeCounts(String key, boolean underBestEffort, boolean underOthers) {
        assertThat(Kind.BEST_EFFORT.allows(key)).isEqualTo(underBestEffort);
        for (var kind : List.of(
                Kind.NOT_BEST_EFFORT,
                Kind.TERMINATING,
                Kind.NOT_TERMINATING,
                Kind.PRIORITY_CLASS,
                Kind.CROSS_NAMESPACE_POD_AFFINITY)) {
            assertThat(kind.allows(key)).isEqualTo(underOthers);
        }
    }

    @Test
    void knowsWhichScopesNoPodIsIn() {
        assertThat(Kind.BEST_EFFORT.excludes(Kind.NOT_BEST_EFFORT)).isTrue();
        assertThat(Kind.NOT_TERMINATING.excludes(Kind.TERMINATING)).isTrue();
        assertThat(Kind.BEST_EFFORT.excludes(Kind.TERMINATING)).isFalse();
        assertThat(Kind.TERMINATING.excludes(Kind.TERMINATING)).isFalse();
    }
}
