package io.tenantry.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final String X63 = "x".repeat(63);

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "acme-prod", "a--b", "xn--x", "123"})
    void acceptsDnsLabels(String text) {
        assertThat(Names.label(text)).isEmpty();
        assertThat(Names.label(X63)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a.b", "a_b", "a b", "ä", "a\n"})
    void refusesWhatIsNoDnsLabel(String text) {
        assertThat(Names.label(text)).hasValueSatisfying(flaw -> {
            assertThat(flaw.message()).startsWith("is ").endsWith(" but must be a DNS label");
            assertThat(flaw.fix()).startsWith("use lower-case letters, digits and -");
        });
    }

    @Test
    void saysHowMuchIsTooLong() {
        assertThat(Names.label(X63 + "yz"))
                .contains(new Names.Flaw("is 65 characters long but a DNS label has at most 63", "shorten it by 2"));
        assertThat(Names.subdomain("x".repeat(254)))
                .contains(new Names.Flaw(
                        "is 254 characters long but a DNS subdomain has at most 253", "shorten it by 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "fast.storage-1", "a.b.c", "1.2"})
    void acceptsDnsSubdomains(String text) {
        assertThat(Names.subdomain(text)).isEmpty();
        assertThat(Names.subdomain(("x".repeat(62) + ".").repeat(4) + "x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a.-b", "A.b", "a/b"})
    void refusesWhatIsNoDnsSubdomain(String text) {
        assertThat(Names.subdomain(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "acme.com/team", "App_1.x", "nvidia.com/gpu", "a/B"})
    void acceptsQualifiedNames(String text) {
        assertThat(Names.labelKey(text)).isEmpty();
        assertThat(Names.qualified("x".repeat(253) + "/" + X63)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a/b/c", "-a", "a-", "Acme.com/team", "a b", "acme.com/te am"})
    void refusesWhatIsNoQualifiedName(String text) {
        assertThat(Names.labelKey(text)).isPresent();
        assertThat(Names.qualified("x".repeat(64))).isPresent();
    }

    @Test
    void saysWhichPartOfAQualifiedNameIsWrong() {
        assertThat(Names.qualified("Acme/x").orElseThrow().message())
                .isEqualTo("has a prefix that is \"Acme\" but must be a DNS subdomain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "platform", "v1.2_3", "0"})
    void acceptsLabelValues(String text) {
        assertThat(Names.labelValue(text)).isEmpty();
        assertThat(Names.labelValue(X63)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "-", "a/b", "x@y", "Zoë"})
    void refusesWhatIsNoLabelValue(String text) {
        assertThat(Names.labelValue(text)).isPresent();
        assertThat(Names.labelValue(X63 + "x")).isPresent();
    }

    @Test
    void measuresAnnotationsInBytes() {
        assertThat(Names.annotations(Map.of("k", "x".repeat(256 * 1024 - 1)))).isEmpty();
        assertThat(Names.annotations(Map.of("k", "é".repeat(128 * 1024)))
                        .orElseThrow()
                        .message())
                .isEqualTo("has 262145 bytes in all but must have at most 262144");
    }
}
