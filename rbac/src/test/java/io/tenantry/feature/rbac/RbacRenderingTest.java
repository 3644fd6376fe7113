package io.tenantry.feature.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.tenantry.Input;
import io.tenantry.Tenantry;
import io.tenantry.testkit.Documents;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RbacRenderingTest {

    @Test
    void bindsPeopleToTheRolesOfTheirTenantsLevel() {
        var rendered = Tenants.ALONE.render(Tenants.acme(
                "isolationLevel: strict",
                "admins: [admin@acme.com, 'group:owners', admin@acme.com]",
                "rbac: {developers: [{kind: User, name: dev}], viewers: ['serviceaccount:argocd/ui']}"));
        assertThat(Tenants.subjects(rendered, "tenantry-admin-strict"))
                .containsExactly("Group owners", "User admin@acme.com");
        assertThat(Tenants.subjects(rendered, "tenantry-developer-strict")).containsExactly("User dev");
        assertThat(Tenants.subjects(rendered, "tenantry-viewer-strict")).containsExactly("ServiceAccount argocd/ui");
        assertThat(Tenants.objects(rendered, ClusterRoleBinding.class)).isEmpty();
    }

    @Test
    void namesABindingAfterItsRoleSinceThatCannotChange() {
        for (var tenantry : new Tenantry[] {Tenants.ALONE, Tenants.GUARDED}) {
            var rendered = tenantry.render(Tenants.acme(
                    "rbac: {admins: [a], roles: {viewer: {verbs: [get], resources: [pods]}}, viewers: [v]}"));
            assertThat(Tenants.objects(rendered, RoleBinding.class))
                    .hasSize(2)
                    .allSatisfy(binding -> assertThat(binding.getMetadata().getName())
                            .isEqualTo(binding.getRoleRef().getName()));
        }
    }

    @Test
    void putsThePrefixesOfTheClusterBeforeNames() {
        var rendered = Tenants.ALONE.render(Input.of(
                Documents.tenant("acme", "admins: [a@acme.com, 'oidc:b@acme.com', 'group:owners']"),
                Documents.profile("usernamePrefix: 'oidc:'", "groupPrefix: 'corp:'")));
        assertThat(Tenants.subjects(rendered, "tenantry-admin-standard"))
                .containsExactly("Group corp:owners", "User oidc:a@acme.com", "User oidc:b@acme.com");
    }

    @Test
    void givesEachNamespaceItsServiceAccountsWithoutMountedTokens() {
        var rendered = Tenants.ALONE.render(Tenants.acme(
                "rbac: {serviceAccounts: [monitoring, {name: ci-cd, role: developer}]}",
                "namespaces: [{name: a}, {name: b}]"));
        assertThat(Tenants.objects(rendered, ServiceAccount.class))
                .hasSize(4)
                .allMatch(account -> !account.getAutomountServiceAccountToken());
        assertThat(Tenants.objects(rendered, RoleBinding.class).stream()
                        .filter(binding -> binding.getMetadata().getName().equals("tenantry-developer-standard"))
                        .map(binding -> binding.getSubjects().get(0))
                        .map(subject -> subject.getNamespace() + "/" + subject.getName()))
                .containsExactly("a/ci-cd", "b/ci-cd");
    }

    @Test
    void letsANamespaceHavePeopleOfItsOwn() {
        var rendered = Tenants.ALONE.render(
                Tenants.acme("admins: [all]", "namespaces: [{name: a, admins: [only-a]}, {name: b}]"));
        assertThat(Tenants.objects(rendered, RoleBinding.class).stream()
                        .map(binding -> binding.getMetadata().getNamespace() + " "
                                + binding.getSubjects().get(0).getName()))
                .containsExactly("a only-a", "b all");
    }

    @Test
    void letsTenantsReadEachOtherByMutualConsentOnly() {
        var host = Documents.tenant(
                "host",
                "rbac: {acceptedTenants: [guest]}",
                "namespaces: [{name: open}, {name: shut, rbac: {acceptedTenants: []}}]");
        var guest = "admins: [g], allowCrossTenantAccess: true, allowedTenants: [host], serviceAccounts: [bot]";
        var rendered = Tenants.ALONE.render(Input.of(host, Documents.tenant("guest", "rbac: {" + guest + "}")));
        var binding = Tenants.object(rendered, RoleBinding.class, "tenantry-viewer-standard-of-guest");
        assertThat(binding.getMetadata().getNamespace()).isEqualTo("open");
        assertThat(binding.getRoleRef().getName()).isEqualTo("tenantry-viewer-standard");
        assertThat(Tenants.subjects(rendered, "tenantry-viewer-standard-of-guest"))
                .containsExactly("User g");
        assertThat(Tenants.objects(rendered, RoleBinding.class).stream()
                        .filter(other -> other.getMetadata().getNamespace().equals("shut")))
                .isEmpty();
    }

    @Test
    void tellsThePolicyOnGrantsWhomTheTenantMayBind() {
        var spec = "rbac: {admins: [a], serviceAccounts: [ci], allowedGroups: [contractors]}";
        assertThat(annotations(Tenants.GUARDED, spec))
                .containsEntry("tenantry.io/subjects", "Group/contractors\nServiceAccount/acme/ci\nUser/a");
        assertThat(annotations(Tenants.ALONE, spec)).doesNotContainKey("tenantry.io/subjects");
    }

    private static Map<String, String> annotations(Tenantry tenantry, String spec) {
        return Tenants.object(tenantry.render(Tenants.acme(spec)), Namespace.class, "acme")
                .getMetadata()
                .getAnnotations();
    }
}
