package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionCommandTest {
    @Test
    void completesEveryCommand() {
        var run = Cli.run("completion");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("validate", "render", "explain", "--output-dir", "-F _complete_tenantry");
    }
}
