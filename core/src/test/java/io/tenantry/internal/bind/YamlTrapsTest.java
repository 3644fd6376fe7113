package io.tenantry.internal.bind;

import static io.tenantry.sample.Yaml.input;
import static io.tenantry.sample.Yaml.problems;
import static io.tenantry.sample.Yaml.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Tenantry;
import io.tenantry.sample.Ceiling;
import io.tenantry.sample.CeilingContributor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML 1.1 would take for something else means what the schema says it means, or is an error. */
class YamlTrapsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "on",
                "1e3",
                "0o17",
                "017",
                "0x1F",
                "12:30",
                "2025-01-01",
                "1_000",
                ".inf",
                "true",
                "5",
                "~x"
            })
    void isTextWhereATextBelongs(String scalar) {
        assertThat(config("note: " + scalar).note()).isEqualTo(scalar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "off", "yes", "on", "True", "FALSE", "y", "1", "0"})
    void isNoBoolean(String scalar) {
        assertThat(problems(tenant("ceiling: {hard: " + scalar + "}")))
                .singleElement()
                .asString()
                .startsWith("0.yaml:5:19: spec.ceiling.hard is " + scalar + " but must be true or false; write ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "0o17", "017", "0x1F", "12:30", "1_000", "+5", "5.0", ".5", "2025-01-01", ".inf"})
    void isNoWholeNumber(String scalar) {
        assertThat(problems(tenant("pods: " + scalar)))
                .containsExactly("0.yaml:5:9: spec.pods is " + scalar
                        + " but must be a whole number; write decimal digits only, such as 500 [VALUE_INVALID]");
    }

    @Test
    void isNothingWhereNothingIsWritten() {
        for (var nothing : new String[] {"", "~", "null"}) {
            assertThat(config("pods: " + nothing).pods()).isEqualTo(500);
        }
        assertThat(config("note: 'null'").note()).isEqualTo("null");
    }

    private static Ceiling config(String line) {
        var rendered = Tenantry.of(new CeilingContributor()).render(input(tenant(line)));
        return rendered.views(new CeilingContributor().section()).get(0).config();
    }
}
