package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
    private static final String BOTH = Cli.ACME + "---\n" + Cli.WIDGETS;

    @TempDir
    Path directory;

    @Test
    void printsEachObjectAsADocument() {
        var run = Cli.withInput(Cli.ACME, "render", "-");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("---\n").contains("name: acme-corp-prod", "name: acme-corp-dev");
    }

    @Test
    void printsTheSameWithAndWithoutOptions() {
        assertThat(Cli.withInput(Cli.ACME, "render", "-o", "yaml", "-"))
                .isEqualTo(Cli.withInput(Cli.ACME, "render", "-"));
    }

    @Test
    void printsOneJsonList() {
        var list = Cli.withInput(Cli.ACME, "render", "-o", "json", "-").json();

        assertThat(list.path("kind").asString()).isEqualTo("List");
        assertThat(list.path("items"))
                .extracting(item -> item.at("/metadata/name").asString())
                .contains("acme-corp-dev", "acme-corp-prod");
    }

    @Test
    void limitsTheOutputToNamedTenants() {
        var run = Cli.withInput(BOTH, "render", "-", "--tenant", "widgets");

        assertThat(run.out()).contains("tenantry.io/tenant: widgets").doesNotContain("acme-corp");
    }

    @Test
    void limitsTheOutputToNamedFeatures() {
        var run = Cli.withInput(Cli.ACME, "render", "-", "--feature", "core", "-o", "json");

        assertThat(run.json().path("items"))
                .extracting(item -> item.path("kind").asString())
                .containsOnly("Namespace");
    }

    @Test
    void suggestsTheNearestTenant() {
        var run = Cli.withInput(Cli.ACME, "render", "-", "--tenant", "acme-crop");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("\"acme-crop\" is not the name of a tenant; did you mean acme-corp?");
    }

    @Test
    void listsTheFeaturesForAnUnknownOne() {
        var run = Cli.withInput(Cli.ACME, "render", "-", "--feature", "something-else");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("is not the name of a feature", "core");
    }

    @Test
    void printsNothingButProblemsWhenThereIsAnError() {
        var run = Cli.withInput(Cli.ACME + "  isolationLevel: sloppy\n---\nkind: Pod\n", "render", "-");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("stdin:11:", "stdin:13:", "^", "fix: ", "3 errors");
    }

    @Test
    void refusesAPathThatIsMissing() {
        var run = Cli.run("render", directory.resolve("none.yaml").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("none.yaml").contains("does not exist").doesNotContain("\tat ");
    }

    @Test
    void writesNothingToADirectoryWhenThereIsAnError() {
        var target = directory.resolve("manifests");

        var run = Cli.withInput("kind: Pod\n", "render", "-", "--output-dir", target.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(target).doesNotExist();
    }

    @Test
    void saysWhatItDidToADirectory() throws IOException {
        var target = directory.resolve("manifests");

        assertThat(render(BOTH, target).err()).contains(" written, 0 unchanged, 0 removed");
        assertThat(render(BOTH, target).err()).contains(": 0 written, ").contains(" unchanged, 0 removed");
        assertThat(render(Cli.ACME, target).err()).contains(": 2 written, ").doesNotContain(" 0 removed");
        assertThat(target.resolve("widgets")).doesNotExist();
        assertThat(Files.readString(target.resolve("kustomization.yaml"))).endsWith("- ./acme-corp\n");
    }

    @Test
    void refusesAnOutputDirectoryOfSomebodyElse() throws IOException {
        var file = Files.writeString(directory.resolve("thesis.tex"), "mine");

        assertRefused(render(Cli.ACME, directory), directory, "OUTPUT_FOREIGN");
        assertRefused(render(Cli.ACME, file.resolve("manifests")), file, "OUTPUT_NOT_A_DIRECTORY");
        assertThat(directory).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.yaml");
    }

    private static void assertRefused(Cli run, Path place, String code) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .containsPattern("(?m)^\\Q" + place + ":1:1\\E.*: error: .*\\[" + code + "]$")
                .doesNotContain("\tat ", "Exception", "io.tenantry.");
    }

    @Test
    void keepsAPartFromRemovingTheRest() {
        var target = directory.resolve("manifests");
        render(BOTH, target);

        var run = Cli.withInput(BOTH, "render", "-", "--tenant", "acme-corp", "--output-dir", target.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("OUTPUT_HOLDS_MORE");
        assertThat(target.resolve("widgets")).exists();
    }

    @Test
    void refusesJsonForADirectory() {
        var run = Cli.withInput(
                Cli.ACME,
                "render",
                "-",
                "-o",
                "json",
                "--output-dir",
                directory.resolve("manifests").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--output-dir writes YAML");
    }

    @Test
    void refusesAFileAsDirectory() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "mine");

        var run = render(Cli.ACME, file);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("is a file but must be a directory");
        assertThat(file).hasContent("mine");
    }

    private static Cli render(String tenants, Path target) {
        return Cli.withInput(tenants, "render", "-", "--output-dir", target.toString());
    }
}
