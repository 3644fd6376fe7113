package io.tenantry.manifest;

import io.tenantry.validation.Location;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in the way of writing a directory, looked for before anything is changed. */
final class Obstacles {
    private final Path root;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> folders = new HashSet<>();
    private final SortedSet<String> owned = new TreeSet<>();

    Obstacles(Path root) throws IOException {
        this.root = root;
        for (var path : OwnedFiles.read(root)) {
            if (OwnedFiles.isInside(path)) {
                owned.add(path);
            } else {
                problem(
                        root.resolve(OwnedFiles.LIST),
                        "OUTPUT_LIST_BROKEN",
                        "lists \"" + path + "\", which is no path inside the directory",
                        "restore the list from version control, or name an empty directory");
            }
        }
    }

    SortedSet<String> owned() {
        return owned;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Notes that the directory holds files which are not of the part to be written. */
    void larger(String example, int count) {
        problem(
                root,
                "OUTPUT_HOLDS_MORE",
                "holds " + count + (count == 1 ? " file" : " files")
                        + " that this part of the tenants does not have, such as " + example,
                "write everything, or name another directory");
    }

    void find(SortedSet<String> planned) throws IOException {
        if (!isUsable(root)) {
            return;
        }
        judgeHolder(planned);
        for (var path : planned) {
            var file = root.resolve(path);
            judgeFolders(file.getParent());
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                problem(file, "OUTPUT_FOREIGN", "is a directory but must be a file", "move it away");
            } else if (exists(file) && !owned.contains(path)) {
                problem(
                        file,
                        "OUTPUT_FOREIGN",
                        "is in the way: it was not written by tenantry",
                        "move it away, or name another directory");
            }
        }
    }

    /** A directory without a list that holds something else is somebody else's; names with a dot before them are not looked at. */
    private void judgeHolder(SortedSet<String> planned) throws IOException {
        if (!Files.isDirectory(root) || Files.exists(root.resolve(OwnedFiles.LIST))) {
            return;
        }
        var ours = planned.stream()
                .map(path -> Path.of(path).getName(0).toString())
                .collect(Collectors.toSet());
        try (var entries = Files.list(root)) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !ours.contains(name))
                    .min(Comparator.naturalOrder())
                    .ifPresent(name -> problem(
                            root,
                            "OUTPUT_FOREIGN",
                            "holds " + name + " but must be empty, or written by tenantry before",
                            "name another directory, such as " + root.resolve("manifests")));
        }
    }

    /** Judges the folders between the directory and a file, each once. */
    private void judgeFolders(@Nullable Path folder) {
        if (folder == null || folder.equals(root) || !folders.add(folder)) {
            return;
        }
        judgeFolders(folder.getParent());
        if (exists(folder) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            problem(
                    folder,
                    "OUTPUT_FOREIGN",
                    "is in the way: it must be a directory, and no link",
                    "move it away, or name another directory");
        } else if (exists(folder)) {
            isUsable(folder);
        }
    }

    /** Whether files can be put into a directory, or it can be made; else adds the problem. */
    private boolean isUsable(Path folder) {
        var existing = existing(folder);
        if (!Files.isDirectory(existing)) {
            problem(existing, "OUTPUT_NOT_A_DIRECTORY", "is a file but must be a directory", "name another directory");
            return false;
        }
        if (!Files.isWritable(existing)) {
            problem(existing, "OUTPUT_NOT_WRITABLE", "cannot be written to", "change its permissions, or name another");
            return false;
        }
        return true;
    }

    /** The nearest ancestor that exists, the path itself if it does. */
    private static Path existing(Path path) {
        var candidate = path.toAbsolutePath();
        while (!Files.exists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void problem(Path path, String code, String message, String fix) {
        var location = Location.of(path.toString(), 1, 1, "", "");
        problems.add(new Problem(Severity.ERROR, code, message, fix, location, "", null));
    }
}
