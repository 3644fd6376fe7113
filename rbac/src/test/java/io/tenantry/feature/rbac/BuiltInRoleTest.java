package io.tenantry.feature.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.tenantry.Input;
import io.tenantry.testkit.Documents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInRoleTest {

    @ParameterizedTest
    @ValueSource(strings = {"strict", "standard", "permissive"})
    void givesAdministratorsNothingThatOnlyAGuardMakesSafe(String level) {
        assertThat(rights("tenantry-admin-" + level))
                .contains("create deployments.apps", "create pods/exec", "list secrets", "list resourcequotas")
                .contains("list roles.rbac.authorization.k8s.io", "list networkpolicies.networking.k8s.io")
                .doesNotContain(
                        "create roles.rbac.authorization.k8s.io",
                        "create rolebindings.rbac.authorization.k8s.io",
                        "delete networkpolicies.networking.k8s.io")
                .noneMatch(right -> right.contains("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenantry-admin-strict", "tenantry-admin-standard-guarded"})
    void givesAdministratorsNothingOfThePlatforms(String role) {
        assertThat(rights(role))
                .noneMatch(right -> right.contains("namespaces") || right.contains("impersonate"))
                .noneMatch(right -> right.matches("(create|update|patch|delete|deletecollection)"
                        + " (resourcequotas|limitranges|endpoints|endpointslices).*"))
                .noneMatch(right -> right.matches("(create|update|patch) .*/(status|binding|proxy).*"))
                .noneMatch(right -> right.endsWith(" bindings"));
    }

    @Test
    void givesAdministratorsRolesBehindAGuard() {
        assertThat(rights("tenantry-admin-standard-guarded"))
                .contains(
                        "create roles.rbac.authorization.k8s.io",
                        "delete rolebindings.rbac.authorization.k8s.io",
                        "create networkpolicies.networking.k8s.io");
        assertThat(rights("tenantry-admin-permissive-guarded")).containsExactly("* *.*");
    }

    @Test
    void letsViewersSeeButNoSecrets() {
        assertThat(rights("tenantry-viewer-standard"))
                .contains("list pods", "get pods/log", "watch events", "list deployments.apps")
                .allMatch(right -> right.matches("(get|list|watch) .*"))
                .noneMatch(right -> right.contains("secrets"));
    }

    @Test
    void letsDevelopersChangeWorkloadsAndDeleteNothing() {
        assertThat(rights("tenantry-developer-standard"))
                .contains("patch deployments.apps", "create configmaps", "get secrets", "get pods/log")
                .noneMatch(right -> right.startsWith("delete") || right.contains("exec"));
    }

    @Test
    void givesAdministratorsTheCustomResourcesOfTheProfile() {
        var rendered = Tenants.ALONE.render(Input.of(
                Documents.tenant("acme"),
                Documents.profile("tenantResources: [certificates.cert-manager.io, schedules.velero.io]")));
        var admin = Tenants.object(rendered, ClusterRole.class, "tenantry-admin-standard");
        assertThat(Tenants.rights(admin.getRules()))
                .contains("create certificates.cert-manager.io", "list schedules.velero.io")
                .doesNotContain("create schedules.velero.io");
    }

    @Test
    void dependsOnNoTenant() {
        var one = Tenants.objects(Tenants.ALONE.render(Tenants.acme("admins: [a@acme.com]")), ClusterRole.class);
        var other =
                Tenants.objects(Tenants.ALONE.render(Tenants.acme("isolationLevel: permissive")), ClusterRole.class);
        assertThat(one).hasSize(12).isEqualTo(other);
    }

    private static List<String> rights(String role) {
        var rendered = Tenants.ALONE.render(Tenants.acme("{}"));
        return Tenants.rights(Tenants.object(rendered, ClusterRole.class, role).getRules());
    }
}
