package io.tenantry.feature.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Tenantry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndirectRightsTest {
    private static final String PODS =
            "runs pods as any service account of the namespace and mounts any of its Secrets";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        create | pods                   | runs pods as any service account of the namespace and mounts any of its Secrets, by pods
        patch  | cronjobs               | runs pods as any service account of the namespace and mounts any of its Secrets, by cronjobs.batch
        get    | pods/exec              | acts inside running pods, as their service accounts, by pods/exec
        patch  | pods/ephemeralcontainers | acts inside running pods, as their service accounts, by pods/ephemeralcontainers
        create | serviceaccounts/token  | has tokens made for any service account of the namespace, by serviceaccounts/token
        create | secrets                | has tokens made for any service account of the namespace, by secrets
        watch  | secrets                | reads the tokens and passwords that Secrets hold, by secrets
        """)
    void namesTheWaysThatARightOpens(String verb, String resource, String line) {
        assertThat(reachOf(Tenants.ALONE, "verbs: [" + verb + "], resources: [" + resource + "]"))
                .containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource({"patch, pods", "get, pods/log", "get, deployments", "create, configmaps", "get, serviceaccounts"})
    void namesNoneWhereThereIsNone(String verb, String resource) {
        assertThat(reachOf(Tenants.ALONE, "verbs: [" + verb + "], resources: [" + resource + "]"))
                .isEmpty();
    }

    @Test
    void followsServiceAccountsToTheEnd() {
        var spec = """
            rbac:
              serviceAccounts: [{name: ci, role: shell}, {name: bot, role: starter}]
              roles:
                starter: {verbs: [create], resources: [pods], subjects: [s]}
                shell: {verbs: [get, create], resources: [pods/exec, secrets]}
            """;
        assertThat(lines(Tenants.ALONE, spec, "spec.rbac.roles.starter.resources"))
                .containsExactly(
                        "as a service account, acts inside running pods, as their service accounts, by pods/exec",
                        "as a service account, has tokens made for any service account of the namespace, by secrets",
                        "as a service account, reads the tokens and passwords that Secrets hold, by secrets",
                        "has as service account ci the role shell too",
                        PODS + ", by pods");
    }

    @Test
    void speaksOfBuiltInRolesAtTheirPeople() {
        var spec = "rbac: {admins: [a], developers: [d], viewers: [v], serviceAccounts: [monitoring]}";
        assertThat(lines(Tenants.ALONE, spec, "spec.rbac.viewers")).isEmpty();
        assertThat(lines(Tenants.ALONE, spec, "spec.rbac.developers"))
                .contains(PODS + ", by deployments.apps, statefulsets.apps")
                .noneMatch(line -> line.contains("role viewer"));
        assertThat(lines(Tenants.ALONE, spec, "spec.rbac.admins")).noneMatch(line -> line.contains("rolebindings"));
        assertThat(lines(Tenants.GUARDED, spec, "spec.rbac.admins"))
                .anyMatch(line -> line.endsWith("by rolebindings.rbac.authorization.k8s.io"))
                .noneMatch(line -> line.contains("that it lacks"));
    }

    @Test
    void saysOfTheLiteralStarThatItLiftsItself() {
        assertThat(lines(Tenants.GUARDED, "{isolationLevel: permissive, admins: [a]}", "spec.admins"))
                .hasSize(IndirectWay.values().length)
                .contains(
                        "acts as any service account of the namespace, by serviceaccounts",
                        "binds roles with rights that it lacks, by roles.rbac.authorization.k8s.io",
                        "writes roles with rights that it lacks, by roles.rbac.authorization.k8s.io");
    }

    @Test
    void countsNamespacesOfOneKindOnce() {
        var one = "rbac: {developers: [d]}";
        assertThat(lines(Tenants.ALONE, one + "\nnamespaces: [{name: a}, {name: b}]", "spec.rbac.developers"))
                .isEqualTo(lines(Tenants.ALONE, one, "spec.rbac.developers"));
    }

    private static List<String> reachOf(Tenantry tenantry, String role) {
        return lines(tenantry, "rbac: {roles: {one: {" + role + ", subjects: [s]}}}", "spec.rbac.roles.one.resources");
    }

    private static List<String> lines(Tenantry tenantry, String spec, String path) {
        return Tenants.account(tenantry.render(Tenants.acme(spec)), path).implies();
    }
}
