package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InfoCommandTest {
    @Test
    void printsTheShapeThatScriptsRelyOn() {
        var info = Cli.run("info", "-o", "json").json();

        assertThat(info.propertyNames())
                .containsExactly(
                        "name",
                        "version",
                        "features",
                        "supportedIsolationLevels",
                        "supportedBillingCycles",
                        "supportedResourceTypes",
                        "modules",
                        "kubernetesVersions");
        assertThat(info.path("modules"))
                .allSatisfy(
                        module -> assertThat(module.propertyNames()).containsExactly("name", "version", "location"));
        assertThat(info.path("kubernetesVersions"))
                .extracting(version -> version.asString())
                .contains("1.24", "1.33");
    }

    @Test
    void namesTheModulesForPeople() {
        var run = Cli.run("info");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("tenantry ").contains("MODULE", "FEATURE", "Kubernetes 1.24 to ");
    }
}
