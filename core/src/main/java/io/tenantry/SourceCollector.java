package io.tenantry;

import io.tenantry.internal.read.DocumentReader;
import io.tenantry.validation.Location;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The walk along paths that fills {@link Sources}. */
final class SourceCollector {
    private static final String STDIN = "-";

    private final InputStream stdin;
    private final Set<Object> seen = new HashSet<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    SourceCollector(InputStream stdin) {
        this.stdin = stdin;
    }

    void add(String written) {
        try {
            if (!written.equals(STDIN)) {
                addPath(written, Path.of(written));
            } else if (seen.add(STDIN)) {
                read("stdin", stdin);
            }
        } catch (NoSuchFileException | InvalidPathException missing) {
            problem(written, "PATH_MISSING", "does not exist but must be a file or a directory", "correct the path");
        } catch (IOException unreadable) {
            unreadable(written, unreadable);
        }
    }

    Sources collected() {
        return new Sources(sources, problems);
    }

    private void addPath(String written, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            addDirectory(written, path);
        } else {
            addFile(written, path);
        }
    }

    private void addDirectory(String written, Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory, SourceCollector::isDocument)) {
            children.forEach(files::add);
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        if (files.isEmpty()) {
            problem(
                    written,
                    "DIRECTORY_EMPTY",
                    "is a directory without *.yaml, *.yml or *.json but must have at least one",
                    "name the directory that holds the documents; subdirectories are not searched");
        }
        files.sort((one, other) ->
                one.getFileName().toString().compareTo(other.getFileName().toString()));
        for (Path file : files) {
            try {
                addFile(file.toString(), file);
            } catch (IOException unreadable) {
                unreadable(file.toString(), unreadable);
            }
        }
    }

    private void addFile(String written, Path file) throws IOException {
        if (seen.add(file.toRealPath())) {
            try (InputStream content = Files.newInputStream(file)) {
                read(written, content);
            }
        }
    }

    private void read(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(DocumentReader.MAX_BYTES + 1);
        if (bytes.length > DocumentReader.MAX_BYTES) {
            problems.add(DocumentReader.tooLarge(name));
        } else {
            sources.add(new Source(name, bytes));
        }
    }

    private static boolean isDocument(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        boolean document = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
        boolean kustomization = name.equals("kustomization.yaml") || name.equals("kustomization.yml");
        return document && !kustomization && !Files.isDirectory(path);
    }

    private void unreadable(String name, IOException reason) {
        problem(
                name,
                "FILE_UNREADABLE",
                "cannot be read (" + reason.getClass().getSimpleName() + ") but must be readable",
                "check that it exists and that you may read it");
    }

    private void problem(String name, String code, String message, String fix) {
        Location whole = Location.of(name, 1, 1, "", "");
        problems.add(new Problem(Severity.ERROR, code, message, fix, whole, "", null));
    }
}
