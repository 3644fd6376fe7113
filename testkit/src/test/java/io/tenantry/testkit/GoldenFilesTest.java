package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFilesTest {
    @TempDir
    Path directory;

    @BeforeEach
    void writeGoldenFiles() throws IOException {
        Files.createDirectory(directory.resolve("sub"));
        Files.writeString(directory.resolve("a.txt"), "one\ntwo\n");
        Files.writeString(directory.resolve("sub/b.txt"), "b\n");
    }

    @Test
    void acceptsExactlyTheseFiles() {
        assertThatCode(() -> compare(Map.of("a.txt", "one\ntwo\n", "sub/b.txt", "b\n")))
                .doesNotThrowAnyException();
    }

    @Test
    void namesEveryFileThatIsMissingTooManyOrDifferent() {
        assertThatThrownBy(() -> compare(Map.of("a.txt", "one\n2\n", "c.txt", "c\n")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("a.txt differs at line 2", "golden: two\\n", "actual: 2\\n")
                .hasMessageContainingAll("c.txt is missing", "sub/b.txt is one too many");
    }

    @Test
    void tellsLineEndsApart() {
        assertThatThrownBy(() -> compare(Map.of("a.txt", "one\r\ntwo\n", "sub/b.txt", "b\n")))
                .hasMessageContainingAll("a.txt differs at line 1", "golden: one\\n", "actual: one\\r\\n");
        assertThatThrownBy(() -> compare(Map.of("a.txt", "one\ntwo", "sub/b.txt", "b\n")))
                .hasMessageContainingAll("a.txt differs at line 2", "golden: two\\n", "actual: two");
    }

    @Test
    void rewritesTheDirectoryWhenAsked() {
        var files = Map.of("a.txt", "new\n", "deep/er/c.txt", "c\n");

        new GoldenFiles(directory, true, false).match(files);

        assertThatCode(() -> compare(files)).doesNotThrowAnyException();
    }

    @Test
    void refusesToRewriteInCi() {
        assertThatThrownBy(() -> new GoldenFiles(directory, true, true).match(Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not rewritten in CI");
        assertThat(directory.resolve("a.txt")).hasContent("one\ntwo\n");
    }

    private void compare(Map<String, String> files) {
        new GoldenFiles(directory, false, false).match(files);
    }
}
