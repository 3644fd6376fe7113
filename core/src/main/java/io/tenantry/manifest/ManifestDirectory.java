package io.tenantry.manifest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A directory that mirrors a rendering, ready to be committed and synchronised by a GitOps tool.
 *
 * <pre>{@code
 * ManifestDirectory.at(Path.of("manifests")).write(rendered);
 *
 * manifests/kustomization.yaml
 * manifests/shared/...                               objects that exist once
 * manifests/acme-corp/kustomization.yaml
 * manifests/acme-corp/namespace-acme-corp-prod.yaml  one file per object
 * manifests/cluster-files/...                        files that the platform installs by hand
 * }</pre>
 *
 * <p>File names depend on the object alone, so a change of one object changes one file. Each file is written beside its
 * place and renamed, so it is old or new at every moment. A list of the files written is kept in {@code
 * .tenantry-files}: what a rendering no longer has is removed if it is on that list, and what is not on that list is
 * never changed.
 */
public final class ManifestDirectory {
    private final Path root;

    private ManifestDirectory(Path root) {
        this.root = root;
    }

    /** The directory at a path; made when first written to. */
    public static ManifestDirectory at(Path root) {
        return new ManifestDirectory(root.toString().isEmpty() ? Path.of(".") : root);
    }

    /**
     * Makes the directory equal to a rendering.
     *
     * @return problems, and then nothing was changed, or what was
     * @throws IOException when the file system fails midway; every file is old or new, and writing again completes it
     */
    public DirectoryResult write(Rendered rendered) throws IOException {
        return write(rendered, false);
    }

    /**
     * Writes a part of a rendering, such as one tenant's objects, into a directory that holds no more than that part: one
     * that holds more is a problem, for a part cannot tell what may be removed.
     *
     * @return problems, and then nothing was changed, or what was
     * @throws IOException when the file system fails midway; every file is old or new, and writing again completes it
     */
    public DirectoryResult writePart(Rendered part) throws IOException {
        return write(part, true);
    }

    private DirectoryResult write(Rendered rendered, boolean part) throws IOException {
        var layout = new DirectoryLayout(rendered);
        var planned = layout.paths();
        var obstacles = new Obstacles(root);
        var owned = obstacles.owned();
        var dropped = minus(owned, planned);
        if (part && !dropped.isEmpty()) {
            obstacles.larger(dropped.first(), dropped.size());
        }
        obstacles.find(planned);
        if (!obstacles.problems().isEmpty()) {
            return new DirectoryResult(obstacles.problems(), 0, 0, 0);
        }
        var files = new AtomicFiles(root);
        files.open();
        OwnedFiles.write(files, union(owned, planned));
        layout.visit(files::replace);
        for (var path : dropped) {
            files.remove(path);
        }
        OwnedFiles.write(files, planned);
        return files.result();
    }

    private static SortedSet<String> minus(SortedSet<String> all, SortedSet<String> without) {
        var rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
