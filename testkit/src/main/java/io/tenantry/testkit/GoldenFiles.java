package io.tenantry.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory of expected files, compared as a whole: a missing file fails, and so does one too many.
 *
 * <pre>{@code
 * GoldenFiles.in(Path.of("src/test/golden/acme")).match(Map.of("acme.yaml", rendered));
 * }</pre>
 *
 * <p>{@code -Dgolden.update} rewrites the directory instead, and deletes what no longer belongs there; it is refused
 * when the environment says {@code CI=true}. Names are relative with {@code /} between their parts; texts are compared
 * character by character, line ends included.
 */
public final class GoldenFiles {
    private final Path directory;
    private final boolean update;
    private final boolean ci;

    GoldenFiles(Path directory, boolean update, boolean ci) {
        this.directory = directory;
        this.update = update;
        this.ci = ci;
    }

    /** The golden files in a directory and below; the directory need not exist before its first update. */
    public static GoldenFiles in(Path directory) {
        var update = !System.getProperty("golden.update", "false").equals("false");
        return new GoldenFiles(directory, update, "true".equals(System.getenv("CI")));
    }

    /**
     * Compares the directory with these files, or rewrites it.
     *
     * @throws AssertionError naming every file that is missing, that is too many, or that differs, with its first
     *     different line; or when asked to rewrite in CI
     */
    public void match(Map<String, String> files) {
        try {
            if (update) {
                rewrite(files);
            } else {
                compare(files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rewrite(Map<String, String> files) throws IOException {
        if (ci) {
            throw new AssertionError(
                    "golden files are not rewritten in CI; run with -Dgolden.update at home and commit");
        }
        for (var name : present().keySet()) {
            if (!files.containsKey(name)) {
                Files.delete(directory.resolve(name));
            }
        }
        for (var file : files.entrySet()) {
            var path = directory.resolve(file.getKey());
            var parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(path, file.getValue(), UTF_8);
        }
    }

    private void compare(Map<String, String> files) throws IOException {
        var problems = new ArrayList<String>();
        var present = present();
        for (var file : new TreeMap<>(files).entrySet()) {
            var golden = present.remove(file.getKey());
            if (golden == null) {
                problems.add(file.getKey() + " is missing");
            } else if (!golden.equals(file.getValue())) {
                problems.add(file.getKey() + firstDifference(lines(golden), lines(file.getValue())));
            }
        }
        present.keySet().forEach(name -> problems.add(name + " is one too many"));
        if (!problems.isEmpty()) {
            throw new AssertionError("%s differs; look, then rewrite it with -Dgolden.update%n- %s"
                    .formatted(directory, String.join(System.lineSeparator() + "- ", problems)));
        }
    }

    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)", -1));
    }

    private static String firstDifference(List<String> golden, List<String> actual) {
        var line = 0;
        while (line < golden.size() && line < actual.size() && golden.get(line).equals(actual.get(line))) {
            line++;
        }
        return " differs at line %d%n  golden: %s%n  actual: %s"
                .formatted(line + 1, shown(golden, line), shown(actual, line));
    }

    private static String shown(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line).replace("\r", "\\r").replace("\n", "\\n") : "(no such line)";
    }

    private SortedMap<String, String> present() throws IOException {
        var found = new TreeMap<String, String>();
        if (Files.exists(directory)) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                    var name = directory.relativize(path).toString().replace('\\', '/');
                    found.put(name, Files.readString(path, UTF_8));
                }
            }
        }
        return found;
    }
}
