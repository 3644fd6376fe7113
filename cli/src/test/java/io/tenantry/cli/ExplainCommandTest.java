package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainCommandTest {
    @Test
    void showsWhatHoldsEachParameter() {
        var run = Cli.withInput(Cli.WIDGETS + "spec:\n  owner: platform@acme.com\n", "explain", "-");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Tenant widgets\n")
                .containsPattern("spec.owner +platform@acme.com +record +v1/Namespace//widgets#tenantry.io/owner")
                .containsPattern("spec.isolationLevel +\\(standard\\) +record");
    }

    @Test
    void showsWhatAValueImplies() {
        var run = Cli.withInput(Cli.WIDGETS + "spec:\n  rbac: {developers: [dev@acme.com]}\n", "explain", "-");

        assertThat(run.out()).containsPattern("(?m)^ +implies +runs pods as any service account of the namespace");
    }

    @Test
    void printsTheShapeThatScriptsRelyOn() {
        var accounts = Cli.withInput(Cli.ACME, "explain", "-o", "json", "-").json();

        assertThat(accounts.get(0).propertyNames())
                .contains("tenant", "path", "value", "enforcedBy", "reason", "implies");
        assertThat(accounts.get(0).at("/enforcedBy/0").propertyNames()).containsExactly("mechanism", "object");
        assertThat(accounts)
                .anySatisfy(
                        account -> assertThat(account.path("path").asString()).isEqualTo("spec.owner"));
        assertThat(accounts.at("/0/enforcedBy/0/mechanism").asString()).isEqualTo("record");
    }

    @Test
    void explainsNamedTenantsOnly() {
        var run = Cli.withInput(Cli.ACME + "---\n" + Cli.WIDGETS, "explain", "--tenant", "widgets", "-");

        assertThat(run.out()).contains("Tenant widgets").doesNotContain("acme-corp");
    }
}
