package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaCommandTest {
    @Test
    void printsAJsonSchemaWithTheSectionsThatAreThere() {
        var run = Cli.run("schema");

        assertThat(run.code()).isZero();
        assertThat(run.json().path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(run.out()).contains("\"cpuQuota\"", "\"isolationLevel\"", "\"kubernetesVersion\"");
    }
}
