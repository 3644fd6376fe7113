package io.tenantry.feature.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.Role;
import io.tenantry.Tenantry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleRulesTest {

    @ParameterizedTest
    @CsvSource({
        "deployments, get deployments.apps",
        "ingresses, get ingresses.networking.k8s.io",
        "pods/log, get pods/log",
        "apps/deployments, get deployments.apps",
        "deployments.apps, get deployments.apps",
        "networking.k8s.io/ingresses, get ingresses.networking.k8s.io",
        "certificates.cert-manager.io, get certificates.cert-manager.io",
        "certificates.cert-manager.io/status, get certificates/status.cert-manager.io",
        "cert-manager.io/certificates, get certificates.cert-manager.io",
        "acme.cert-manager.io/challenges, get challenges.acme.cert-manager.io"
    })
    void findsTheGroupOfAResource(String written, String right) {
        assertThat(rights(Tenants.ALONE, "verbs: [get], resources: ['" + written + "']"))
                .containsExactly(right);
    }

    @Test
    void speaksOfEachGroupThatHasTheResource() {
        assertThat(rights(Tenants.ALONE, "verbs: [list], resources: [events]"))
                .containsExactly("list events", "list events.events.k8s.io");
        assertThat(rights(Tenants.ALONE, "verbs: [list], resources: [events], apiGroups: [v1]"))
                .containsExactly("list events");
    }

    @Test
    void readsTheGroupsOfTheSeedAsWhatTheyMean() {
        assertThat(rights(Tenants.ALONE, "verbs: [get], resources: [deployments, services], apiGroups: [apps, v1, '']"))
                .containsExactly("get services", "get deployments.apps");
    }

    @Test
    void makesAStarWhatTenantsMayHave() {
        var rights = rights(Tenants.ALONE, "verbs: ['*'], resources: ['*']");
        assertThat(rights)
                .contains("delete deployments.apps", "get resourcequotas")
                .doesNotContain("delete resourcequotas", "create roles.rbac.authorization.k8s.io")
                .noneMatch(right -> right.contains("*"));
        assertThat(rights(Tenants.GUARDED, "verbs: ['*'], resources: ['*']"))
                .contains("create roles.rbac.authorization.k8s.io");
    }

    @Test
    void leavesOutWhatOnlyAGuardMakesSafeAndSaysSo() {
        var spec = "rbac: {roles: {keeper: {verbs: [get, create], resources: [pods, networkpolicies]}}}";
        var rendered = Tenants.ALONE.render(Tenants.acme(spec));
        assertThat(Tenants.account(rendered, "spec.rbac.roles.keeper.resources"))
                .matches(account -> !account.enforced())
                .satisfies(account -> assertThat(account.reason()).contains("networkpolicies.networking.k8s.io"));
        assertThat(Tenants.account(rendered, "spec.rbac.roles.keeper.verbs").enforced())
                .isTrue();
        assertThat(Tenants.account(Tenants.GUARDED.render(Tenants.acme(spec)), "spec.rbac.roles.keeper.resources")
                        .enforced())
                .isTrue();
    }

    private static List<String> rights(Tenantry tenantry, String role) {
        var rendered = tenantry.render(Tenants.acme("rbac: {roles: {one: {" + role + "}}}"));
        return Tenants.rights(
                Tenants.object(rendered, Role.class, "tenantry-role-one").getRules());
    }
}
