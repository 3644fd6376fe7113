package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tenantry.ClusterProfile;
import io.tenantry.IsolationLevel;
import io.tenantry.KubernetesVersion;
import io.tenantry.spi.ManifestContributor;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every contributor promises, as tests to inherit.
 *
 * <pre>{@code
 * class PodCeilingContributorTest extends ContributorContract<PodCeiling> {
 *     protected ManifestContributor<PodCeiling> contributor() {
 *         return new PodCeilingContributor();
 *     }
 * }
 * }</pre>
 *
 * <p>The tests render random valid tenants, the same ones on every machine. Where the values that follow from the keys'
 * types are not interesting enough, {@link #values} says better ones; a test that cannot find a valid value for a key
 * asks for them. A rendered tenant counts with everything it has: objects, cluster files, accounts, attacks, problems.
 *
 * @param <C> the section's config
 */
public abstract class ContributorContract<C extends Record> {

    /** A new contributor at each call. */
    protected abstract ManifestContributor<C> contributor();

    /** New ones of those that the contributor works together with: of its own module, or publishing facts to it. */
    protected List<ManifestContributor<?>> companions() {
        return List.of();
    }

    /** Says which values to try for keys of the contributor's section. */
    protected void values(Values values) {}

    /** The clusters to render for; unless overridden the oldest, those around the first with policies, the newest. */
    protected List<ClusterProfile> profiles() {
        return Clusters.ofVersions(
                KubernetesVersion.OLDEST,
                KubernetesVersion.parse("1.29"),
                KubernetesVersion.parse("1.30"),
                KubernetesVersion.DEFAULT,
                KubernetesVersion.NEWEST);
    }

    /** A document of kind ClusterProfile that every tenant of the tests stands on, where keys need what it says. */
    protected Optional<String> profile() {
        return Optional.empty();
    }

    /** The page that explains the contributor's problem codes; without one, that they are explained is not checked. */
    protected Optional<Path> problemsPage() {
        return Optional.empty();
    }

    @Test
    void canBeMadeByServiceLoader() throws NoSuchMethodException {
        var type = contributor().getClass();
        assertThat(Modifier.isPublic(type.getModifiers()))
                .as("%s is public", type.getName())
                .isTrue();
        assertThat(type.getConstructor()).isNotNull();
    }

    @Test
    void hasCompleteDefaultsForEveryLevel() {
        var section = contributor().section();
        for (var level : IsolationLevel.values()) {
            assertThat(CompleteRecord.missing(section.defaults(level), section.name()))
                    .as("components that are null at level %s and not @Nullable", level)
                    .isEmpty();
            assertThat(section.defaults(level))
                    .isEqualTo(contributor().section().defaults(level));
        }
    }

    @Test
    void hasTheDefaultsThatTheSchemaStates() {
        new SchemaDefaults<>(subject()).areInEffect();
    }

    @Test
    void rendersTheSameBytesInAnotherJvm(@TempDir Path directory) {
        new Sameness<>(subject()).inOtherJvms(directory);
    }

    @Test
    void rendersTheSameBytesInWhateverOrderThingsCome() {
        new Sameness<>(subject()).inWhateverOrder();
    }

    @Test
    void contributesTheSameEachTimeItIsAsked() {
        new Purity<>(subject()).equalEachTime();
    }

    @Test
    void keepsNothingOfTheObjectsItReturned() {
        new Purity<>(subject()).nothingInCommon();
    }

    @Test
    void sharesWhatDependsOnNoTenant() {
        new Purity<>(subject()).sharedWithoutTenants();
    }

    @Test
    void keepsToItsScopesWhateverTenantsAreCalled() {
        new RandomConfigs<>(subject()).trickyNames();
    }

    @Test
    void rendersEveryValidConfigOnEveryCluster() {
        new RandomConfigs<>(subject()).valid(profiles());
    }

    @Test
    void answersWrongValuesWithProblems() {
        new RandomConfigs<>(subject()).invalid();
    }

    @Test
    void accountsForEveryKey() {
        new AccountsOfKeys<>(subject()).complete(profiles());
    }

    @Test
    void accountsTruthfully() {
        new AccountsOfKeys<>(subject()).truthful();
    }

    @Test
    void explainsItsProblems() throws IOException {
        var page = problemsPage();
        assumeTrue(page.isPresent(), "problemsPage() names no page");
        var text = Files.readString(page.orElseThrow());
        assertThat(new RandomConfigs<>(subject()).codes())
                .allSatisfy(code -> assertThat(code).matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*"))
                .allSatisfy(code -> assertThat(text).as("%s", page.get()).contains("`" + code + "`"));
    }

    private Subject<C> subject() {
        var values = new Values();
        values(values);
        return new Subject<>(this::contributor, this::companions, values, profile());
    }
}
