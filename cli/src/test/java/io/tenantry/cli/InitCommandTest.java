package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"standard", "permissive"})
    void printsATenantThatIsValid(String level) {
        var tenant = Cli.run("init", "acme-corp", "--level", level);

        assertThat(tenant.code()).isZero();
        assertThat(tenant.out()).contains("isolationLevel: " + level);
        assertThat(Cli.withInput(tenant.out(), "validate", "-").code()).isZero();
    }

    @Test
    void saysWhatALevelAsksFor() {
        var tenant = Cli.run("init", "acme-corp", "--level", "strict");

        assertThat(tenant.code()).isZero();
        assertThat(tenant.err())
                .contains("spec.isolation.allowedRegistries ", "[ISOLATION_REGISTRIES_MISSING]", "1 error");
        assertThat(Cli.withInput(tenant.out(), "validate", "-").code()).isEqualTo(2);
        assertThat(Cli.withInput(tenant.out() + "  allowedRegistries: [registry.acme.example]\n", "validate", "-")
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "kube-system", "a b", "", "\"", "x: y", "12\n"})
    void refusesANameThatNoTenantMayHave(String name) {
        var run = Cli.run("init", name);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error: ");
    }
}
