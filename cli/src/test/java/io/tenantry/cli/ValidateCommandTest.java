package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValidateCommandTest {
    private static final String WRONG = """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata:
              name: Acme
            spec:
              isolationLevl: strict
            """;

    @Test
    void countsWhatItLookedAt() {
        var run = Cli.withInput(Cli.ACME + "---\n" + Cli.WIDGETS, "validate", "-");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("2 tenants, 0 errors, 0 warnings\n");
    }

    @Test
    void saysOnceWhatNeedsNoAction() {
        var run = Cli.withInput(Cli.ACME + "---\n" + Cli.WIDGETS, "validate", "-");

        assertThat(run.err()).containsOnlyOnce("[NETWORK_API_UNKNOWN]").contains("\n  and 1 more of this, which");
    }

    @Test
    void showsEveryProblemWithItsLineACaretAndAFix() {
        var run = Cli.withInput(WRONG, "validate", "-");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("""
                            6 |   isolationLevl: strict
                              |   ^
                          fix: did you mean isolationLevel?
                        """)
                .contains("stdin:6:3: error: spec.isolationLevl is not known [KEY_UNKNOWN]\n")
                .contains("stdin:4:9: error: ")
                .contains("2 errors, 0 warnings\n");
    }

    @Test
    void printsTheShapeThatScriptsRelyOn() {
        var run = Cli.withInput(WRONG, "validate", "-o", "json", "-");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        var json = run.json();
        assertThat(json.propertyNames()).containsExactly("valid", "errors", "checks", "problems");
        assertThat(json.path("valid").asBoolean()).isFalse();
        assertThat(json.path("errors")).hasSize(2).allMatch(error -> error.isString());
        assertThat(json.path("problems").get(0).propertyNames())
                .containsExactly("severity", "code", "message", "fix", "file", "line", "column", "path", "tenant");
        assertThat(json.at("/problems/0/severity").asString()).isEqualTo("error");
        assertThat(json.at("/problems/0/line").asInt()).isEqualTo(4);
    }

    @Test
    void listsTheChecksThatPassed() {
        var checks =
                Cli.withInput(Cli.ACME, "validate", "-o", "json", "-").json().path("checks");

        assertThat(checks).allSatisfy(check -> {
            assertThat(check.propertyNames()).containsExactly("name", "tenant", "passed", "detail");
            assertThat(check.path("passed").asBoolean()).isTrue();
        });
        assertThat(checks).extracting(check -> check.path("tenant").asString()).contains("acme-corp");
    }

    @Test
    void failsTheDocumentOfATenantThatCouldNotBeReadWhole() {
        for (var line : new String[] {"cpuQuota: banana", "owner: b", "isolationLevl: strict", "quota: []"}) {
            var wrong = Cli.ACME.replace("owner: platform-team@acme.com", "owner: a\n  " + line);
            var run = Cli.withInput(wrong + "---\n" + Cli.WIDGETS, "validate", "-o", "json", "-");
            var checks = run.json().path("checks").valueStream().toList();

            assertThat(run.code()).isEqualTo(2);
            assertThat(checks)
                    .filteredOn(check -> !check.path("passed").asBoolean())
                    .extracting(check -> check.path("name").asString() + " of "
                            + check.path("tenant").asString())
                    .contains("document of acme-corp")
                    .isSubsetOf("document of acme-corp", "document of ");
            assertThat(checks)
                    .filteredOn(check -> check.path("tenant").asString().equals("widgets"))
                    .allSatisfy(
                            check -> assertThat(check.path("detail").asString()).isEmpty());
        }
    }

    @Test
    void failsACheckOfTextsThatNoTenantCouldBeMadeOf() {
        var checks = Cli.withInput(Cli.ACME + "---\nkind: [", "validate", "-o", "json", "-")
                .json()
                .path("checks");

        assertThat(checks.get(0).path("name").asString()).isEqualTo("document");
        assertThat(checks.get(0).path("tenant").asString()).isEmpty();
        assertThat(checks.get(0).path("passed").asBoolean()).isFalse();
        assertThat(checks.get(0).path("detail").asString()).startsWith("stands where a value must be");
    }

    @Test
    void survivesNestingWithoutEnd() {
        var run = Cli.withInput("[".repeat(10_000), "validate", "-");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("error: ").doesNotContain("\tat ");
    }
}
