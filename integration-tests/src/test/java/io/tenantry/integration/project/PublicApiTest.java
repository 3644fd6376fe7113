package io.tenantry.integration.project;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.GoldenFiles;
import java.io.IOException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PublicApiTest {
    @Test
    void publicSignaturesAreThoseInDocsApi() throws IOException {
        var files = new TreeMap<String, String>();
        for (var module : Checkout.published()) {
            var name = module.directory().getFileName();
            files.put(name + ".txt", PublicApi.of(module.directory().resolve("target/classes")));
        }

        assertThat(files.values().stream().collect(joining()))
                .contains(
                        "io.tenantry.Amount : final class",
                        "io.tenantry.testkit.GoldenFiles.match(Map<String, String>): void")
                .doesNotContain(".internal.");
        GoldenFiles.in(Checkout.ROOT.resolve("docs/api")).match(files);
    }
}
