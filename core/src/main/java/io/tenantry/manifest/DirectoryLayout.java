package io.tenantry.manifest;

import io.tenantry.ContributorException;
import io.tenantry.Tenant;
import io.tenantry.spi.ClusterFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which files a rendering makes and what is in them; walked once for the names and once for the contents. */
final class DirectoryLayout {
    static final String KUSTOMIZATION = "kustomization.yaml";
    private static final String SHARED = "shared";
    private static final String CLUSTER_FILES = "cluster-files";

    private final Rendered rendered;

    /** Receives each file, with its path relative to the directory. */
    interface Visitor {
        void file(String path, Content content) throws IOException;
    }

    /** The bytes of one file, made when asked for. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    DirectoryLayout(Rendered rendered) {
        this.rendered = rendered;
    }

    SortedSet<String> paths() throws IOException {
        var paths = new TreeSet<String>();
        visit((path, content) -> {
            if (!paths.add(path)) {
                throw new ContributorException("two objects or cluster files would be written to " + path
                        + "; they differ in nothing but their version, keep one of them");
            }
        });
        return paths;
    }

    void visit(Visitor visitor) throws IOException {
        var folders = new ArrayList<String>();
        visitObjects(SHARED, rendered.shared(), folders, visitor);
        for (var tenant : rendered.tenants()) {
            visitObjects(folder(tenant), rendered.objects(tenant), folders, visitor);
        }
        visitClusterFiles(visitor);
        visitor.file(KUSTOMIZATION, kustomization(folders));
    }

    private static void visitObjects(String folder, List<Manifest> manifests, List<String> folders, Visitor visitor)
            throws IOException {
        if (manifests.isEmpty()) {
            return;
        }
        var names = new ArrayList<String>();
        for (var manifest : manifests) {
            var name = FileNames.of(manifest);
            names.add(name);
            visitor.file(folder + "/" + name, out -> {
                try (var writer = ManifestWriter.yaml(out)) {
                    writer.write(manifest.object());
                }
            });
        }
        visitor.file(folder + "/" + KUSTOMIZATION, kustomization(names));
        folders.add(folder);
    }

    private void visitClusterFiles(Visitor visitor) throws IOException {
        for (var file : rendered.files()) {
            visitor.file(
                    CLUSTER_FILES + "/" + relative(file),
                    out -> out.write(file.content().getBytes(StandardCharsets.UTF_8)));
        }
        if (!rendered.files().isEmpty()) {
            visitor.file(CLUSTER_FILES + "/" + KUSTOMIZATION, kustomization(List.of()));
        }
    }

    /** Named like the tenant; no tenant's name has a dot, so one called {@code shared} gets a folder of its own. */
    private static String folder(Tenant tenant) {
        var name = tenant.name();
        return name.equals(SHARED) || name.equals(CLUSTER_FILES) ? name + ".tenant" : name;
    }

    private static String relative(ClusterFile file) {
        if (!OwnedFiles.isInside(file.name())) {
            throw new ContributorException("a contributor returned a cluster file named \"" + file.name()
                    + "\", which is no relative path; use names with / between them, without . and ..");
        }
        return file.name();
    }

    /** Paths begin with a dot, so that no name is taken for a number or a boolean. */
    private static Content kustomization(List<String> resources) {
        return out -> {
            var text =
                    new StringBuilder("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:");
            text.append(resources.isEmpty() ? " []\n" : "\n");
            resources.forEach(resource -> text.append("- ./").append(resource).append('\n'));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        };
    }
}
