package io.tenantry.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void showsOrdinaryTextAsItIs() {
        assertThat(Quoted.of("Zoë 日本 😀")).isEqualTo("\"Zoë 日本 😀\"");
    }

    @Test
    void replacesWhatATerminalWouldActOn() {
        assertThat(Quoted.of("a\u001b[31m\n\t\u0000\u202e\u2028\ud800b")).isEqualTo("\"a?[31m??????b\"");
    }

    @Test
    void cutsLongTextBetweenCodePoints() {
        assertThat(Quoted.of("x".repeat(64))).isEqualTo('"' + "x".repeat(64) + '"');
        assertThat(Quoted.of("😀".repeat(65))).isEqualTo('"' + "😀".repeat(64) + "…\"");
    }
}
