package io.tenantry.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.ClusterProfile.NodeGroup;
import io.tenantry.ClusterProfileBuilder;
import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.sample.Ceiling.Volume;
import io.tenantry.sample.Ceiling.Window;
import io.tenantry.sample.CeilingBuilder;
import io.tenantry.sample.CeilingContributor;
import io.tenantry.sample.Yaml;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is given in Java and not whole: problems, as in a document. */
@SuppressWarnings("NullAway") // null is what is tested
class JavaTenantsTest {
    private static final String MISSING = " is missing; write it; it has no default [VALUE_MISSING]";

    @Test
    void wantsItemsOfListsToBeWhole() {
        var ceiling = CeilingBuilder.builder()
                .zones(Arrays.asList("a", null))
                .windows(Arrays.asList(new Window("mon", 1), new Window(null, 2), null))
                .build();
        assertThat(problems(Input.of(Tenant.named("acme").with(ceiling).build())))
                .containsExactly(
                        "tenant acme: spec.ceiling.windows[1].day" + MISSING,
                        "tenant acme: spec.ceiling.windows[2]" + MISSING,
                        "tenant acme: spec.ceiling.zones[1]" + MISSING);
    }

    @Test
    void wantsEntriesOfMapsToHaveValues() {
        var empty = CeilingBuilder.builder()
                .volumes(Collections.singletonMap("fast", null))
                .build();
        var full = CeilingBuilder.builder()
                .volumes(Collections.singletonMap("fast", new Volume(null, 1L)))
                .build();
        assertThat(problems(Input.of(Tenant.named("acme").with(empty).build())))
                .containsExactly("tenant acme: spec.ceiling.volumes.fast" + MISSING);
        assertThat(problems(Input.of(Tenant.named("acme").with(full).with(empty).build())))
                .isEmpty();
    }

    @Test
    void namesTheNamespace() {
        var low = CeilingBuilder.builder().pods(-1).build();
        var tenant = Tenant.named("acme")
                .namespace("a", a -> a.with(low))
                .namespace("acme")
                .build();
        assertThat(problems(Input.of(tenant)))
                .containsExactly(
                        "tenant acme: spec.namespaces[a].ceiling.pods is -1; write 0 or more" + " [CEILING_NEGATIVE]");
    }

    @Test
    void namesTheTenantsDefaults() {
        var defaults = CeilingBuilder.builder().pods(-1).build();
        assertThat(problems(Input.of(Tenant.named("acme").build()).withTenantDefault(defaults)))
                .containsExactly(
                        "tenant acme: spec.tenantDefaults.ceiling.pods is -1; write 0 or more" + " [CEILING_NEGATIVE]");
    }

    @Test
    void wantsTheProfileToBeWhole() {
        var profile = ClusterProfileBuilder.builder()
                .nodes(Arrays.asList(new NodeGroup(null, null, null, null), null))
                .podCIDRs(Collections.singletonList(null))
                .build();
        assertThat(problems(Input.of(Tenant.named("acme").build()).on(profile)))
                .containsExactly(
                        "spec.nodes[0].count" + MISSING,
                        "spec.nodes[0].cpu" + MISSING,
                        "spec.nodes[0].memory" + MISSING,
                        "spec.nodes[1]" + MISSING,
                        "spec.podCIDRs[0]" + MISSING);
    }

    private static List<String> problems(Input input) {
        return Yaml.lines(Tenantry.of(new CeilingContributor()).validate(input).problems());
    }
}
