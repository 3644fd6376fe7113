package io.tenantry.manifest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Files of one directory that appear with their whole content or not at all. */
final class AtomicFiles {
    private static final AtomicLong RUNS = new AtomicLong();
    private static final Pattern UNFINISHED = Pattern.compile("\\.tenantry-([0-9]{1,18})-[0-9]+\\.unfinished");

    private final Path root;
    private final Path unfinished;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int written;
    private int unchanged;
    private int removed;

    AtomicFiles(Path root) {
        this.root = root;
        this.unfinished = root.resolve(
                ".tenantry-" + ProcessHandle.current().pid() + "-" + RUNS.incrementAndGet() + ".unfinished");
    }

    /** Makes the directory and clears away what killed runs left unfinished, but nothing of a run that still lives. */
    void open() throws IOException {
        Files.createDirectories(root);
        try (var leftovers = Files.newDirectoryStream(root, AtomicFiles::isLeftover)) {
            for (var leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private static boolean isLeftover(Path file) {
        var name = UNFINISHED.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** Gives a file this content, unless it has it. */
    void replace(String path, DirectoryLayout.Content bytes) throws IOException {
        content.reset();
        bytes.writeTo(content);
        var wanted = content.toByteArray();
        var file = root.resolve(path);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == wanted.length
                && Arrays.equals(Files.readAllBytes(file), wanted)) {
            unchanged++;
        } else {
            put(path, wanted);
            written++;
        }
    }

    void put(String path, byte[] bytes) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        try {
            Files.write(unfinished, bytes);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Removes a file and the folders that it leaves empty. */
    void remove(String path) throws IOException {
        var file = root.resolve(path);
        if (Files.deleteIfExists(file)) {
            removed++;
        }
        for (var folder = file.getParent(); folder != null && !folder.equals(root); folder = folder.getParent()) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException inUse) {
                return;
            }
        }
    }

    DirectoryResult result() {
        return new DirectoryResult(List.of(), written, unchanged, removed);
    }
}
