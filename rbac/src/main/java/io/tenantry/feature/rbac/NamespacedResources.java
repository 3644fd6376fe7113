package io.tenantry.feature.rbac;

import io.tenantry.feature.rbac.ApiResource.Share;
import io.tenantry.spi.ClusterView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The resources that roles of tenants may speak of: those of Kubernetes, and the custom resources that the profile
 * lists in {@code tenantResources}.
 */
final class NamespacedResources {
    private static final List<ApiResource> OF_KUBERNETES = read();

    /** Groups of add-ons whose objects act beyond their namespace, and of Tenantry itself. */
    private static final Set<String> GROUPS_OF_PLATFORM =
            Set.of("velero.io", "monitoring.coreos.com", "tenantry.io", "kyverno.io", "policies.kyverno.io");

    private static final String CORE = "core";

    private final List<ApiResource> all;

    private NamespacedResources(List<ApiResource> all) {
        this.all = all;
    }

    /** Those of a cluster. */
    static NamespacedResources of(ClusterView cluster) {
        return with(cluster.profile().tenantResources());
    }

    /** With these custom resources, each {@code plural.group}. */
    static NamespacedResources with(Collection<String> tenantResources) {
        var all = new ArrayList<>(OF_KUBERNETES);
        for (var name : new TreeSet<>(tenantResources)) {
            var dot = name.indexOf('.');
            if (dot > 0) {
                all.add(custom(name.substring(0, dot), name.substring(dot + 1)));
            }
        }
        return new NamespacedResources(List.copyOf(all));
    }

    List<ApiResource> all() {
        return all;
    }

    /** All names that a role may use without a group, sorted. */
    SortedSet<String> names() {
        var names = new TreeSet<String>();
        all.forEach(resource -> names.add(resource.name()));
        return names;
    }

    /**
     * What a written resource means: one, or one in each of several groups; none when it is not known.
     *
     * @param groups narrows the groups unless empty; {@code v1}, which is no group, is read as the core group
     */
    List<ApiResource> resolve(String written, Collection<String> groups) {
        var reference = Reference.of(written, this::isKnownGroup);
        var wanted = reference.group() == null ? normal(groups) : Set.of(reference.group());
        var found = all.stream()
                .filter(resource -> resource.name().equals(reference.name()))
                .filter(resource -> wanted.isEmpty() || wanted.contains(resource.group()))
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        return wanted.stream()
                .filter(group -> group.contains(".") && !isOfKubernetes(group))
                .map(group -> custom(reference.name(), group))
                .toList();
    }

    /** The groups that have a resource of this name. */
    List<String> groupsOf(String name) {
        return all.stream()
                .filter(resource -> resource.name().equals(name))
                .map(ApiResource::group)
                .toList();
    }

    /** All resources in these groups; every resource when none is named. */
    List<ApiResource> in(Collection<String> groups) {
        var wanted = normal(groups);
        return wanted.isEmpty()
                ? all
                : all.stream()
                        .filter(resource -> wanted.contains(resource.group()))
                        .toList();
    }

    /** The groups that have resources, sorted. */
    SortedSet<String> groups() {
        var groups = new TreeSet<String>();
        all.forEach(resource -> groups.add(resource.group()));
        return groups;
    }

    /** The group that a written one means: {@code v1} and {@code core} are none, and stand for the core group. */
    static String normal(String group) {
        return group.equals("v1") || group.equals(CORE) ? "" : group;
    }

    private boolean isKnownGroup(String text) {
        return all.stream().anyMatch(resource -> resource.group().equals(text));
    }

    private static boolean isOfKubernetes(String group) {
        return OF_KUBERNETES.stream().anyMatch(resource -> resource.group().equals(group));
    }

    private static Set<String> normal(Collection<String> groups) {
        var normal = new TreeSet<String>();
        for (var group : groups) {
            if (group.equals("*")) {
                return Set.of();
            }
            normal.add(normal(group));
        }
        return normal;
    }

    private static ApiResource custom(String name, String group) {
        var share = GROUPS_OF_PLATFORM.contains(group) ? Share.READ : Share.USE;
        return new ApiResource(group, name, ApiResource.ALL_VERBS, share);
    }

    private static List<ApiResource> read() {
        var file = NamespacedResources.class.getResourceAsStream("namespaced-resources.txt");
        if (file == null) {
            throw new IllegalStateException("namespaced-resources.txt is missing from the jar");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(NamespacedResources::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read namespaced-resources.txt", e);
        }
    }

    private static ApiResource row(String line) {
        var columns = line.split(" ", -1);
        var group = columns[0].equals(CORE) ? "" : columns[0];
        var verbs = columns[2].equals("all") ? ApiResource.ALL_VERBS : Set.of(columns[2].split(",", -1));
        return new ApiResource(group, columns[1], verbs, Share.valueOf(columns[3].toUpperCase(Locale.ROOT)));
    }
}
