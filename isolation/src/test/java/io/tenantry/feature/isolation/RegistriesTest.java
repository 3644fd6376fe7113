package io.tenantry.feature.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistriesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"gcr.io", "ghcr.io/acme", "localhost", "localhost:5000", "registry:5000/a/b", "10.0.0.1:5000"})
    void takesRegistriesAndRepositories(String entry) {
        assertThat(Registries.flaw(entry)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://gcr.io | has a scheme, which images never have | write gcr.io",
                "gcr.io/../evil | leads out of its path with .. | write the path that is meant",
                "GCR.io/acme | has capitals | write gcr.io/acme",
                "*.gcr.io | has a wildcard | name a registry or repository; it stands for all below it",
                "gcr.io/a@sha256:00 | names one image by its digest | name a registry or repository",
                "gcr.io/a:1 | is no registry and no repository in one | write it like ghcr.io/acme, without a tag",
                "gcr.io/ | is no registry and no repository in one | write it like ghcr.io/acme, without a tag",
                "nginx | names no registry | write docker.io/library/nginx if Docker Hub is meant",
                "acme/shop | names no registry | write docker.io/acme/shop if Docker Hub is meant"
            })
    void saysWhatIsWrongWithOthers(String entry, String message, String fix) {
        assertThat(Registries.flaw(entry)).hasValueSatisfying(flaw -> {
            assertThat(flaw.message()).isEqualTo(message);
            assertThat(flaw.fix()).isEqualTo(fix);
        });
    }

    @Test
    void knowsDockerHubByItsOldName() {
        assertThat(Registries.normalised(List.of("index.docker.io/acme", "docker.io/acme", "gcr.io")))
                .containsExactly("docker.io/acme", "gcr.io");
    }

    @Test
    void comparesWholeSegments() {
        assertThat(Registries.isWithin("gcr.io/acme/shop", "gcr.io/acme")).isTrue();
        assertThat(Registries.isWithin("gcr.io/acme-evil", "gcr.io/acme")).isFalse();
        assertThat(Registries.isWithin("gcr.io.evil.com", "gcr.io")).isFalse();
    }
}
