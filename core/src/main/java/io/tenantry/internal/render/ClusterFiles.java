package io.tenantry.internal.render;

import io.tenantry.spi.ClusterFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The files that the platform installs by hand, each from one contributor and with a name that stays where it is put. */
final class ClusterFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final Map<String, ClusterFile> byName = new TreeMap<>();
    private final Map<String, Contributor<?>> owners = new HashMap<>();

    private ClusterFiles() {}

    /** What the contributors return, by name. */
    static List<ClusterFile> of(
            Collection<Contributor<?>> contributors, Function<Contributor<?>, List<ClusterFile>> returned) {
        var files = new ClusterFiles();
        for (var contributor : contributors) {
            returned.apply(contributor).forEach(file -> files.add(file, contributor));
        }
        return List.copyOf(files.byName.values());
    }

    private void add(ClusterFile file, Contributor<?> contributor) {
        var what = "returned the cluster file " + file.name() + ", which ";
        if (!NAME.matcher(file.name()).matches()) {
            throw contributor.broke(
                    what + "is no relative path", "name it with letters, digits, -, _ and . between slashes");
        }
        var earlier = owners.put(file.name(), contributor);
        if (earlier != null) {
            throw contributor.broke(what + earlier + " returned already", "name it after the section");
        }
        byName.put(file.name(), file);
    }
}
