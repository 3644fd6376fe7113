package io.tenantry.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.validation.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestDirectoryTest {
    @TempDir
    Path temporary;

    @Test
    void writesOneFolderPerTenantAndOneFilePerObject() throws IOException {
        var target = temporary.resolve("manifests");

        var result = ManifestDirectory.at(target).write(rendered("acme", "widgets"));

        assertThat(result).isEqualTo(new DirectoryResult(List.of(), 5, 0, 0));
        assertThat(files(target))
                .containsExactly(
                        ".tenantry-files",
                        "acme/kustomization.yaml",
                        "acme/namespace-acme.yaml",
                        "kustomization.yaml",
                        "widgets/kustomization.yaml",
                        "widgets/namespace-widgets.yaml");
        assertThat(target.resolve("kustomization.yaml")).hasContent("""
                        apiVersion: kustomize.config.k8s.io/v1beta1
                        kind: Kustomization
                        resources:
                        - ./acme
                        - ./widgets
                        """);
        assertThat(target.resolve("acme/namespace-acme.yaml")).content().startsWith("---\napiVersion: v1\n");
    }

    @Test
    void leavesFilesAloneThatAreRightAlready() throws IOException {
        ManifestDirectory.at(temporary).write(rendered("acme"));

        var again = ManifestDirectory.at(temporary).write(rendered("acme"));

        assertThat(again).isEqualTo(new DirectoryResult(List.of(), 0, 3, 0));
    }

    @Test
    void removesWhatTheRenderingNoLongerHasAndNothingElse() throws IOException {
        ManifestDirectory.at(temporary).write(rendered("acme", "widgets"));
        Files.writeString(temporary.resolve("acme/README.md"), "mine");
        Files.writeString(temporary.resolve("widgets/notes.txt"), "mine too");

        var result = ManifestDirectory.at(temporary).write(rendered("other"));

        assertThat(result.removed()).isEqualTo(4);
        assertThat(files(temporary))
                .containsExactly(
                        ".tenantry-files",
                        "acme/README.md",
                        "kustomization.yaml",
                        "other/kustomization.yaml",
                        "other/namespace-other.yaml",
                        "widgets/notes.txt");
    }

    @Test
    void changesNothingWhereAForeignFileIsInTheWay() throws IOException {
        Files.writeString(temporary.resolve("kustomization.yaml"), "mine");

        var result = ManifestDirectory.at(temporary).write(rendered("acme"));

        assertThat(result.problems()).extracting(Problem::code).containsExactly("OUTPUT_FOREIGN");
        assertThat(files(temporary)).containsExactly("kustomization.yaml");
        assertThat(temporary.resolve("kustomization.yaml")).hasContent("mine");
    }

    @Test
    void refusesADirectoryOfSomebodyElse() throws IOException {
        Files.writeString(temporary.resolve(".gitkeep"), "");
        Files.writeString(temporary.resolve("thesis.tex"), "mine");

        var result = ManifestDirectory.at(temporary).write(rendered("acme"));

        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("OUTPUT_FOREIGN");
            assertThat(problem.message()).contains("thesis.tex");
        });
        assertThat(files(temporary)).containsExactly(".gitkeep", "thesis.tex");
    }

    @Test
    void doesNotFollowALinkOutOfTheDirectory() throws IOException {
        var elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        var target = Files.createDirectory(temporary.resolve("manifests"));
        Files.createSymbolicLink(target.resolve("acme"), elsewhere);

        var result = ManifestDirectory.at(target).write(rendered("acme"));

        assertThat(result.problems()).extracting(Problem::code).containsExactly("OUTPUT_FOREIGN");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void removesNothingOutsideWhateverTheListSays() throws IOException {
        var precious = Files.writeString(temporary.resolve("precious"), "mine");
        var target = Files.createDirectory(temporary.resolve("manifests"));
        Files.writeString(target.resolve(".tenantry-files"), "../precious\n");

        var result = ManifestDirectory.at(target).write(rendered("acme"));

        assertThat(result.problems()).extracting(Problem::code).containsExactly("OUTPUT_LIST_BROKEN");
        assertThat(precious).hasContent("mine");
    }

    @Test
    void refusesAPathBelowAFile() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "mine");

        var result = ManifestDirectory.at(file.resolve("manifests")).write(rendered("acme"));

        assertThat(result.problems()).extracting(Problem::code).containsExactly("OUTPUT_NOT_A_DIRECTORY");
    }

    @Test
    void refusesAPartWhereThereIsMore() throws IOException {
        ManifestDirectory.at(temporary).write(rendered("acme", "widgets"));

        var result = ManifestDirectory.at(temporary).writePart(rendered("acme"));

        assertThat(result.problems()).extracting(Problem::code).containsExactly("OUTPUT_HOLDS_MORE");
        assertThat(temporary.resolve("widgets/namespace-widgets.yaml")).exists();
    }

    @Test
    void givesATenantNamedSharedAFolderOfItsOwn() throws IOException {
        ManifestDirectory.at(temporary).write(rendered("shared"));

        assertThat(temporary.resolve("shared.tenant/namespace-shared.yaml")).exists();
    }

    @Test
    void takesUpWhatAKilledRunLeft() throws IOException, InterruptedException {
        ManifestDirectory.at(temporary).write(rendered("acme"));
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        killed.waitFor();
        Files.writeString(temporary.resolve(".tenantry-" + killed.pid() + "-1.unfinished"), "apiVers");
        Files.delete(temporary.resolve("acme/namespace-acme.yaml"));

        ManifestDirectory.at(temporary).write(rendered("acme"));

        assertThat(files(temporary))
                .containsExactly(
                        ".tenantry-files", "acme/kustomization.yaml", "acme/namespace-acme.yaml", "kustomization.yaml");
    }

    @Test
    void leavesAloneWhatARunThatStillLivesHasNotFinished() throws IOException {
        var unfinished = ".tenantry-" + ProcessHandle.current().pid() + "-0.unfinished";
        Files.writeString(temporary.resolve(unfinished), "apiVers");

        ManifestDirectory.at(temporary).write(rendered("acme"));

        assertThat(temporary.resolve(unfinished)).hasContent("apiVers");
    }

    @Test
    void keepsOldFilesWholeWhenWritingFailsMidway() throws IOException {
        ManifestDirectory.at(temporary).write(rendered("acme"));
        var before = Files.readString(temporary.resolve("acme/namespace-acme.yaml"));
        var files = new AtomicFiles(temporary);

        assertThatThrownBy(() -> files.replace("acme/namespace-acme.yaml", out -> {
                    out.write("apiVers".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");

        assertThat(temporary.resolve("acme/namespace-acme.yaml")).hasContent(before);
    }

    private static Rendered rendered(String... tenants) {
        var input = Input.of(new Source[0]);
        for (var tenant : tenants) {
            input = input.plus(Tenant.named(tenant).build());
        }
        return Tenantry.of().render(input);
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> walked = Files.walk(directory)) {
            return walked.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
