package io.tenantry.feature.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Tenantry;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RbacAttacksTest {

    @Test
    void namesOnlyLayersThatAreRendered() {
        for (var tenantry : new Tenantry[] {Tenants.ALONE, Tenants.GUARDED}) {
            var rendered = tenantry.render(Tenants.acme("{}"));
            var keys = Stream.concat(
                            rendered.shared().stream(),
                            rendered.objects(rendered.tenants().get(0)).stream())
                    .map(Manifest::key)
                    .toList();
            assertThat(attacks(rendered))
                    .hasSizeGreaterThan(40)
                    .allSatisfy(attack -> assertThat(attack.layers())
                            .extracting(Attack.Layer::object)
                            .isSubsetOf(keys));
        }
    }

    @Test
    void leavesOutWhatTheTenantMayDo() {
        assertThat(ids(Tenants.GUARDED, "{}"))
                .contains("rbac/admin/namespace/relabel", "rbac/viewer/secrets/read")
                .doesNotContain("rbac/admin/roles/create");
        assertThat(ids(Tenants.ALONE, "{}")).contains("rbac/admin/roles/create");
        assertThat(ids(Tenants.GUARDED, "isolationLevel: permissive"))
                .contains("rbac/admin/cluster/clusterrolebindings/create")
                .doesNotContain("rbac/admin/namespace/relabel");
        assertThat(ids(Tenants.ALONE, "rbac: {roles: {viewer: {verbs: ['*'], resources: ['*']}}}"))
                .noneMatch(id -> id.startsWith("rbac/viewer/"));
    }

    private static List<String> ids(Tenantry tenantry, String spec) {
        return attacks(tenantry.render(Tenants.acme(spec))).stream()
                .map(Attack::id)
                .toList();
    }

    private static List<Attack> attacks(Rendered rendered) {
        return rendered.attacks(rendered.tenants().get(0));
    }
}
