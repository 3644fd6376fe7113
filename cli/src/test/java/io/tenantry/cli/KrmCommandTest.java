package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class KrmCommandTest {
    private static final String LIST = """
            apiVersion: config.kubernetes.io/v1
            kind: ResourceList
            functionConfig:
              apiVersion: tenantry.io/v1alpha1
              kind: ClusterProfile
              metadata: {name: default}
            items:
            - apiVersion: v1
              kind: ConfigMap
              metadata: {name: mine}
              data: {answer: "42", version: "1.10"}
              ratio: 1.10
            - apiVersion: tenantry.io/v1alpha1
              kind: Tenant
              metadata:
                name: widgets
                annotations: {config.kubernetes.io/path: tenants/widgets.yaml, config.kubernetes.io/index: "1"}
              spec: {displayName: Widgets}
            """;

    @Test
    void addsTheManifestsToTheItems() {
        var run = Cli.withInput(LIST, "krm");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("kind: ResourceList", "tenantry.io/tenant: widgets", "name: mine", "ratio: 1.10")
                .contains("functionConfig:", "results:")
                .doesNotContain("severity: error");
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(run.out()))
                .isNotNull();
    }

    @Test
    void changesNothingWhenRunOnItsOwnOutput() {
        var once = Cli.withInput(LIST, "krm");

        assertThat(Cli.withInput(once.out(), "krm")).isEqualTo(once);
    }

    @Test
    void reportsProblemsWithTheirFile() {
        var run = Cli.withInput(LIST.replace("displayName", "displayNam"), "krm");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("severity: error", "path: tenants/widgets.yaml", "index: 1", "path: spec.displayNam")
                .doesNotContain("tenantry.io/tenant");
        assertThat(run.err()).contains("tenants/widgets.yaml#1:", "did you mean displayName?");
    }

    @Test
    void refusesWhatIsNoResourceList() {
        for (var input : new String[] {"", "kind: List", "{", "a: b\n---\nc: d", "[".repeat(10_000)}) {
            var run = Cli.withInput(input, "krm");

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("tenantry: error: standard input is ");
        }
    }
}
