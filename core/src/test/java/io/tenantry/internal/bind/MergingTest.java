package io.tenantry.internal.bind;

import static io.tenantry.sample.Yaml.input;
import static io.tenantry.sample.Yaml.profile;
import static io.tenantry.sample.Yaml.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Amount;
import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.sample.Ceiling;
import io.tenantry.sample.Ceiling.Contact;
import io.tenantry.sample.Ceiling.Volume;
import io.tenantry.sample.CeilingBuilder;
import io.tenantry.sample.CeilingContributor;
import io.tenantry.sample.CeilingProfile;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A namespace over its tenant, over the profile's defaults, over the level's: key by key. */
class MergingTest {
    private static final CeilingContributor CONTRIBUTOR = new CeilingContributor();

    @Test
    void takesEachKeyFromTheInnermostPlaceThatWritesIt() {
        var view = view(
                tenant("isolationLevel: strict", "ceiling: {tier: gold}", "namespaces: [{name: a, pods: 7}, b]"),
                profile("tenantDefaults: {ceiling: {cpu: 3, tier: silver}, note: hi}"));
        assertThat(view.config().pods()).isEqualTo(50);
        assertThat(view.config().cpu()).isEqualTo(Amount.parse("3"));
        assertThat(view.config().tier()).isEqualTo(Ceiling.Tier.GOLD);
        assertThat(view.config().note()).isEqualTo("hi");
        assertThat(view.namespaces()).extracting(each -> each.config().pods()).containsExactly(7, 50);
        assertThat(view.namespaces()).extracting(each -> each.config().tier()).containsOnly(Ceiling.Tier.GOLD);
    }

    @Test
    void countsAsWrittenOnlyWhatTheLevelItselfWrites() {
        var view = view(
                tenant("pods: 3", "namespaces: [{name: a, cpu: 1}]"),
                profile("tenantDefaults: {ceiling: {tier: gold}}"));
        var namespace = view.namespaces().get(0);
        assertThat(view.isWritten("pods")).isTrue();
        assertThat(view.isWritten("tier")).isFalse();
        assertThat(view.isWritten("cpu")).isFalse();
        assertThat(namespace.isWritten("cpu")).isTrue();
        assertThat(namespace.isWritten("pods")).isFalse();
    }

    @Test
    void mergesMapsAndRecordsAndReplacesLists() {
        var view = view(tenant(
                "ceiling: {zones: [x, y], volumes: {fast: {claims: 1}, slow: {claims: 2}}, contact: {name: Ann}}",
                "namespaces:",
                "- name: a",
                "  ceiling: {zones: [z], volumes: {fast: {storage: 1Gi}}, contact: {phone: '1'}}"));
        var config = view.namespaces().get(0).config();
        assertThat(config.zones()).containsExactly("z");
        assertThat(config.volumes())
                .isEqualTo(Map.of("fast", new Volume(Amount.parse("1Gi"), 1L), "slow", new Volume(null, 2L)));
        assertThat(config.contact()).isEqualTo(new Contact("Ann", "1"));
    }

    @Test
    void replacesAListByAnEmptyOne() {
        var view = view(tenant("ceiling: {zones: []}"), profile("tenantDefaults: {ceiling: {zones: [x]}}"));
        assertThat(view.config().zones()).isEmpty();
    }

    @Test
    void readsTheFeaturesPartOfTheProfileOverItsDefaults() {
        var rendered = Tenantry.of(CONTRIBUTOR).render(input(tenant(), profile("ceiling: {most: 5}")));
        assertThat(rendered.cluster().profile(CeilingProfile.class)).isEqualTo(new CeilingProfile("sample-system", 5));
    }

    @Test
    void meansTheSameInJava() {
        var inYaml = view(
                tenant(
                        "pods: 9",
                        "ceiling: {tier: gold, volumes: {fast: {claims: 1}}}",
                        "namespaces: [{name: a, note: n, ceiling: {volumes: {fast: {claims: 3}}}}, {name: b}]"),
                profile("tenantDefaults: {note: base}"));
        var tenant = Tenant.named("acme")
                .with(CeilingBuilder.builder()
                        .pods(9)
                        .tier(Ceiling.Tier.GOLD)
                        .volumes(Map.of("fast", new Volume(null, 1L)))
                        .build())
                .namespace(
                        "a",
                        a -> a.with(CeilingBuilder.builder()
                                .note("n")
                                .volumes(Map.of("fast", new Volume(null, 3L)))
                                .build()))
                .namespace("b")
                .build();
        var defaults = CeilingBuilder.builder().note("base").build();
        var input = Input.of(tenant).withTenantDefault(defaults);
        var inJava = Tenantry.of(CONTRIBUTOR)
                .render(input)
                .views(CONTRIBUTOR.section())
                .get(0);
        assertThat(inJava.config()).isEqualTo(inYaml.config());
        assertThat(configs(inJava)).isEqualTo(configs(inYaml));
        for (var key : List.of("pods", "tier", "note", "volumes", "cpu")) {
            assertThat(inJava.isWritten(key)).isEqualTo(inYaml.isWritten(key));
        }
    }

    private static List<Ceiling> configs(TenantView<Ceiling> view) {
        return view.namespaces().stream().map(each -> each.config()).toList();
    }

    private static TenantView<Ceiling> view(String... documents) {
        return Tenantry.of(CONTRIBUTOR)
                .render(input(documents))
                .views(CONTRIBUTOR.section())
                .get(0);
    }
}
