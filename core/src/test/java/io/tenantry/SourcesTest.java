package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.validation.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheDocumentsOfADirectoryByName() throws IOException {
        for (String name : List.of("b.yml", "a.yaml", "c.json", "D.YAML", "kustomization.yaml", "notes.txt")) {
            write(name);
        }
        Files.createDirectory(folder.resolve("sub.yaml"));
        Files.writeString(folder.resolve("sub.yaml/inner.yaml"), "x: 1");

        Sources sources = of(folder.toString());

        assertThat(sources.problems()).isEmpty();
        assertThat(sources.sources())
                .extracting(Source::name)
                .containsExactly(path("D.YAML"), path("a.yaml"), path("b.yml"), path("c.json"));
        assertThat(sources.sources().get(1).content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("name: a.yaml");
    }

    @Test
    void keepsTheOrderOfThePathsAndReadsEachFileOnce() throws IOException {
        write("a.yaml");
        write("b.txt");

        Sources sources = of(path("b.txt"), "-", folder.toString(), path("a.yaml"), "-");

        assertThat(sources.problems()).isEmpty();
        assertThat(sources.sources()).extracting(Source::name).containsExactly(path("b.txt"), "stdin", path("a.yaml"));
        assertThat(sources.sources().get(1).content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("from: stdin");
    }

    @Test
    void saysWhichPathsDoNotExist() throws IOException {
        write("a.yaml");

        Sources sources = of(path("missing.yaml"), path("a.yaml"), "nul\u0000");

        assertThat(sources.sources()).hasSize(1);
        assertThat(sources.problems()).extracting(Problem::code).containsExactly("PATH_MISSING", "PATH_MISSING");
        assertThat(sources.problems().get(0).location())
                .extracting("file", "line", "column")
                .containsExactly(path("missing.yaml"), 1, 1);
    }

    @Test
    void saysThatADirectoryHasNoDocuments() throws IOException {
        write("kustomization.yaml");

        assertThat(of(folder.toString()).problems()).extracting(Problem::code).containsExactly("DIRECTORY_EMPTY");
    }

    @Test
    void keepsNothingOfALargeFile() throws IOException {
        write("small.yaml");
        try (RandomAccessFile file = new RandomAccessFile(path("large.yaml"), "rw")) {
            file.setLength(50L << 20);
        }

        Sources sources = of(folder.toString());

        assertThat(sources.sources()).extracting(Source::name).containsExactly(path("small.yaml"));
        assertThat(sources.problems()).extracting(Problem::code).containsExactly("SOURCE_TOO_LARGE");
    }

    @Test
    void saysThatAStreamCannotBeRead() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();

        assertThat(Sources.of(List.of("-"), closed).problems())
                .extracting(Problem::code)
                .containsExactly("FILE_UNREADABLE");
    }

    private Sources of(String... paths) {
        InputStream stdin = new ByteArrayInputStream("from: stdin".getBytes(StandardCharsets.UTF_8));
        return Sources.of(List.of(paths), stdin);
    }

    private void write(String name) throws IOException {
        Files.writeString(folder.resolve(name), "name: " + name);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
