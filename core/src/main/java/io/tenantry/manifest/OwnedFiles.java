package io.tenantry.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** The list, kept in the directory, of the files that were written there and so may be replaced and removed. */
final class OwnedFiles {
    static final String LIST = ".tenantry-files";
    private static final String HEADING = "# Files that tenantry wrote here and may remove; do not edit.";

    private OwnedFiles() {}

    /** The paths on the list, also those that are no paths inside the directory; none without a list. */
    static SortedSet<String> read(Path root) throws IOException {
        var owned = new TreeSet<String>();
        var list = root.resolve(LIST);
        if (Files.isRegularFile(list)) {
            for (var line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    owned.add(line);
                }
            }
        }
        return owned;
    }

    static void write(AtomicFiles files, SortedSet<String> owned) throws IOException {
        files.put(LIST, (HEADING + "\n" + String.join("\n", owned) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a text is a relative path that leads nowhere else. */
    static boolean isInside(String path) {
        for (var segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return path.chars().noneMatch(character -> character < ' ' || character == '\\' || character == ':');
    }
}
