package io.tenantry.internal.render;

import static io.tenantry.sample.Yaml.input;
import static io.tenantry.sample.Yaml.tenant;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.ContributorException;
import io.tenantry.IsolationLevel;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Rendered;
import io.tenantry.sample.Ceiling;
import io.tenantry.sample.CeilingContributor;
import io.tenantry.spi.ClusterFile;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Fact;
import io.tenantry.spi.Facts;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Problems;
import io.tenantry.spi.RenderCheck;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contributors that break the contract are named, with what their authors have to do. */
class ContributorRulesTest {

    @Test
    void refusesASectionWhoseNameIsNoKey() {
        assertRefused(
                new CeilingContributor() {
                    @Override
                    public Section<Ceiling> section() {
                        return Section.named(
                                "pod.ceiling",
                                Ceiling.class,
                                level -> super.section().defaults(level));
                    }
                },
                "owns a section named \"pod.ceiling\", which is no key; use letters and digits and begin with a"
                        + " lower-case letter, such as podCeiling");
    }

    @Test
    void refusesAShorthandThatTheConfigHasNot() {
        assertRefused(
                new CeilingContributor() {
                    @Override
                    public Section<Ceiling> section() {
                        return super.section().withShorthand("podz");
                    }
                },
                "declares the shorthand podz, which io.tenantry.sample.Ceiling has not; name one of contact, cpu, hard,"
                        + " note, pods, ratio, tier, volumes, windows, zones");
    }

    @Test
    void refusesASectionThatHasNoDefaultsForALevel() {
        assertRefused(
                new CeilingContributor() {
                    @Override
                    public Section<Ceiling> section() {
                        return Section.named("ceiling", Ceiling.class, level -> {
                            if (level == IsolationLevel.PERMISSIVE) {
                                throw new IllegalStateException("never thought of");
                            }
                            return super.section().defaults(level);
                        });
                    }
                },
                "threw java.lang.IllegalStateException: never thought of from Section.defaults(permissive); this is a"
                        + " bug in that module: report it there, or take the module off the class path");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // what a contributor without generics could do
    void refusesAFactThatIsNotOfItsType() {
        assertRefused(
                new CeilingContributor() {
                    @Override
                    public void publish(TenantView<Ceiling> tenant, Facts.Builder facts) {
                        facts.publish((Fact) new Fact<>("odd", Integer.class), "text");
                    }
                },
                "publishes the fact odd as text, which is no java.lang.Integer; publish a value of that type, or"
                        + " nothing");
    }

    @Test
    void refusesFactsReadWhileFactsArePublished() {
        assertRefused(
                new CeilingContributor() {
                    @Override
                    public void publish(TenantView<Ceiling> tenant, Facts.Builder facts) {
                        tenant.fact(Facts.GUARDED);
                    }
                },
                "threw java.lang.IllegalStateException: fact guarded was read while facts are published; publish from"
                        + " config alone from publish; this is a bug in that module: report it there, or take the module"
                        + " off the class path");
    }

    @Test
    void refusesClusterFilesOutsideTheirDirectory() {
        assertRefused(
                new CeilingContributor() {
                    @Override
                    public List<ClusterFile> files(List<TenantView<Ceiling>> tenants, ClusterView cluster) {
                        return List.of(new ClusterFile("../../etc/passwd", ""));
                    }
                },
                "returned the cluster file ../../etc/passwd, which is no relative path; name it with letters, digits,"
                        + " -, _ and . between slashes");
    }

    @Test
    void refusesTwoChecksOfOneName() {
        assertThatExceptionOfType(ContributorException.class)
                .isThrownBy(() -> Tenantry.of(List.of(), List.of(new NamedCheck(), new NamedCheck())))
                .withMessageMatching(".*NamedCheck \\(.*\\) is a check named twin, and .*NamedCheck \\(.*\\) is too;"
                        + " rename one of them");
    }

    private static final class NamedCheck implements RenderCheck {
        @Override
        public String name() {
            return "twin";
        }

        @Override
        public void check(Rendered rendered, Problems problems) {}
    }

    private static void assertRefused(ManifestContributor<?> contributor, String what) {
        assertThatExceptionOfType(ContributorException.class)
                .isThrownBy(() -> Tenantry.of(contributor).render(input(tenant())))
                .withMessageStartingWith(contributor.getClass().getName() + " (")
                .withMessageEndingWith(") " + what);
    }
}
