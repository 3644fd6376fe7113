package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.ceiling.PodCeiling;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The contract's tests fail for those who break it, and say what is broken. */
class ContributorContractTest {
    private static final ThreadLocal<Supplier<ManifestContributor<PodCeiling>>> BROKEN = new ThreadLocal<>();

    static final class Contract extends ContributorContract<PodCeiling> {
        @Override
        protected ManifestContributor<PodCeiling> contributor() {
            return BROKEN.get().get();
        }

        @Override
        protected Optional<Path> problemsPage() {
            return Optional.of(Path.of("src/test/resources/problems.md"));
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken(
                        BrokenContributors.HashOrder::new,
                        "rendersTheSameBytesInAnotherJvm",
                        "ceiling.example.com/broken"),
                broken(BrokenContributors.DefaultLocale::new, "rendersTheSameBytesInAnotherJvm", "t\u0131tle"),
                broken(BrokenContributors.LocalDigits::new, "rendersTheSameBytesInAnotherJvm", "\u0661\u0662"),
                broken(BrokenContributors.Clock::new, "contributesTheSameEachTimeItIsAsked", "asked again"),
                broken(BrokenContributors.Counting::new, "contributesTheSameEachTimeItIsAsked", "asked again"),
                broken(BrokenContributors.Clock::new, "rendersTheSameBytesInWhateverOrderThingsCome", "broken"),
                broken(BrokenContributors.Remembering::new, "sharesWhatDependsOnNoTenant", "[acme"),
                broken(
                        BrokenContributors.ForeignNamespace::new,
                        "keepsToItsScopesWhateverTenantsAreCalled",
                        "in namespace \"somebody-else\", which is not one of tenant a"),
                broken(
                        BrokenContributors.OwnNamespaces::new,
                        "keepsToItsScopesWhateverTenantsAreCalled",
                        "core owns Namespaces"),
                broken(
                        BrokenContributors.CarelessNames::new,
                        "keepsToItsScopesWhateverTenantsAreCalled",
                        "ClusterRole//a-b-reader"),
                broken(BrokenContributors.SameObjectAgain::new, "keepsNothingOfTheObjectsItReturned", "HashMap"),
                broken(
                        BrokenContributors.SilentAboutRatio::new,
                        "accountsForEveryKey",
                        "the module does not say what makes it true"),
                broken(
                        BrokenContributors.SilentAboutRatio::new,
                        "accountsTruthfully",
                        "ratio: the module does not say what makes it true"),
                broken(
                        BrokenContributors.LyingQuota::new,
                        "accountsTruthfully",
                        "ratio: v1/ResourceQuota/acme/acme--more (quota) does not change with it"),
                broken(
                        BrokenContributors.RecordWithoutPlace::new,
                        "accountsTruthfully",
                        "ratio: the record v1/ResourceQuota/acme/acme--more is no label and no annotation"),
                broken(
                        BrokenContributors.AbsentPolicy::new,
                        "accountsTruthfully",
                        "ratio: shared() has no policy nobody-made-this"),
                broken(
                        BrokenContributors.BlindPolicy::new,
                        "accountsTruthfully",
                        "tier: the policy ceiling-tier reads nothing of what changes"),
                broken(
                        BrokenContributors.UnattackedPolicy::new,
                        "accountsTruthfully",
                        "tier: no attack names the policy ceiling-tier as a layer"),
                broken(
                        BrokenContributors.IncompleteDefaults::new,
                        "hasCompleteDefaultsForEveryLevel",
                        "podCeiling.zones"),
                broken(
                        BrokenContributors.ChangingDefaults::new,
                        "hasTheDefaultsThatTheSchemaStates",
                        "the schema states"),
                broken(BrokenContributors.ThrowingInContribute::new, "rendersEveryValidConfigOnEveryCluster", "seven"),
                broken(BrokenContributors.ThrowingInValidate::new, "answersWrongValuesWithProblems", "empty"),
                broken(BrokenContributors.UnexplainedProblem::new, "explainsItsProblems", "CEILING_ZERO"),
                broken(BrokenContributors.NotPublic::new, "canBeMadeByServiceLoader", "is public"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void fails(String contributor, String test, Supplier<ManifestContributor<PodCeiling>> make, String message) {
        BROKEN.set(make);
        var events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Contract.class, method(test)))
                .execute()
                .testEvents();
        BROKEN.remove();
        assertThat(events.failed().stream())
                .as("%s of %s", test, contributor)
                .singleElement()
                .satisfies(event -> assertThat(event.getPayload().toString()).contains(message));
    }

    private static Arguments broken(Supplier<ManifestContributor<PodCeiling>> make, String test, String message) {
        return Arguments.of(make.get().getClass().getSimpleName(), test, make, message);
    }

    private static Method method(String name) {
        return Stream.of(ContributorContract.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
