package io.tenantry.internal.yaml;

import static io.tenantry.internal.yaml.Readers.assertReadsBack;
import static io.tenantry.internal.yaml.Readers.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    static List<String> nasty() {
        return NastyScalars.all();
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void readsBackNastyTextsWhereverTheyStand(String text) {
        assertReadsBack(text);
        assertReadsBack(Map.of("key", text));
        assertReadsBack(Map.of(text, "value"));
        assertReadsBack(List.of(text, List.of(text, text)));
        assertReadsBack(Map.of(text, Map.of(text, List.of(Map.of(text, text)))), text);
        assertReadsBack(Map.of(text, List.of(text)), Map.of(text, Map.of()), Map.of(text, List.of()));
    }

    @Test
    void readsBackNastyTextsThroughTheKubernetesClient() throws IOException {
        Map<String, String> data = new TreeMap<>();
        NastyScalars.all().forEach(text -> data.put(text, text));
        ConfigMap map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("nasty")
                .withAnnotations(data)
                .endMetadata()
                .withData(data)
                .build();
        ConfigMap read = Serialization.unmarshal(Readers.yamlOf(map), ConfigMap.class);
        assertThat(read).isEqualTo(map);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion",
                "v1",
                "networking.k8s.io/v1",
                "tenantry.io/tenant",
                "500m",
                "64Gi",
                "1Ti",
                "10.0.0.0/8",
                "http://a.b:80/c?d#e",
                "oidc:team",
                "--verbose=2",
                "-v",
                "Zürich",
                "日本語",
                "a, b",
                "it's",
                "$(POD_IP)",
                "yesterday",
                "nobody",
                "one",
                "a-b_c",
                "/var/run",
                "truth",
                "1password",
                "platform-team@acme.com"
            })
    void leavesPlainWhatNobodyCanMisread(String text) {
        assertThat(yaml(text)).isEqualTo("---\n" + text + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "n",
                "Y",
                "NULL",
                "~",
                "012",
                "0o17",
                "1e3",
                "12:30",
                "2001-01-01",
                "=",
                "<<",
                ".5",
                ".inf",
                "1_000",
                "a: b",
                "a #b",
                "a:",
                " a",
                "a ",
                "- a",
                "---",
                "...",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a",
                "{a",
                "[a",
                "10.0.0.1"
            })
    void quotesWhatSomebodyMightMisread(String text) {
        assertThat(yaml(text)).isEqualTo("---\n\"" + text + "\"\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0x0, \\u0000",
        "0x1B, \\u001B",
        "0x85, \\u0085",
        "0xA0, \\u00A0",
        "0x2028, \\u2028",
        "0x202E, \\u202E",
        "0xFEFF, \\uFEFF",
        "0xD83D, \\uD83D",
        "0x1F600, \\U0001F600"
    })
    void escapesWhatCannotBeSeen(String codePoint, String escape) {
        String character = Character.toString(Integer.decode(codePoint));
        assertThat(yaml("a" + character + "b")).isEqualTo("---\n\"a" + escape + "b\"\n");
    }

    @Test
    void showsLinesAsLines() {
        assertThat(yaml(Map.of("script", "#!/bin/sh\n\nexec  a: b # c\n"))).isEqualTo("""
                ---
                script: |
                  #!/bin/sh

                  exec  a: b # c
                """);
        assertThat(yaml(List.of("a\nb", "a\n\n\n", "a \nb"))).isEqualTo("""
                ---
                - |-
                  a
                  b
                - |+
                  a


                - "a \\nb"
                """);
    }

    @Test
    void writesNumbersThatEveryReaderTakesForTheSameNumber() {
        assertReadsBack(0, 1, -1, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, new BigInteger("9".repeat(40)));
        assertReadsBack(0.5, -1.0, 1e10, 1e-10, 1.5e300, Double.MIN_VALUE, Double.MAX_VALUE);
        assertReadsBack(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
        assertReadsBack(true, false, null, "end");
        assertThat(yaml(new BigDecimal("1E+10"), new BigDecimal("1.50"), 1e10f))
                .isEqualTo("---\n1.0E+10\n---\n1.50\n---\n1.0E+10\n");
    }
}
