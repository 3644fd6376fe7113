package io.tenantry.feature.rbac;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a role allows: verbs by resource, or literally everything in the namespace. */
final class Permissions {
    private static final SortedSet<String> NO_VERBS = Collections.emptySortedSet();

    private final SortedMap<ApiResource, SortedSet<String>> verbs = new TreeMap<>();
    private final boolean everything;

    private Permissions(boolean everything) {
        this.everything = everything;
    }

    static Permissions none() {
        return new Permissions(false);
    }

    /** The literal {@code *} on {@code *}. */
    static Permissions everything() {
        return new Permissions(true);
    }

    boolean isEverything() {
        return everything;
    }

    void add(ApiResource resource, Collection<String> more) {
        if (!more.isEmpty()) {
            verbs.computeIfAbsent(resource, none -> new TreeSet<>()).addAll(more);
        }
    }

    Permissions and(Permissions other) {
        var both = new Permissions(everything || other.everything);
        verbs.forEach(both::add);
        other.verbs.forEach(both::add);
        return both;
    }

    boolean allow(String verb, String group, String resource) {
        return everything
                || verbs.getOrDefault(ApiResource.named(group, resource), NO_VERBS)
                        .contains(verb);
    }

    /** Whether these allow all that the others do. */
    boolean cover(Permissions others) {
        return everything
                || (!others.everything
                        && others.verbs.entrySet().stream()
                                .allMatch(entry -> verbs.getOrDefault(entry.getKey(), NO_VERBS)
                                        .containsAll(entry.getValue())));
    }

    boolean isEmpty() {
        return !everything && verbs.isEmpty();
    }

    /** One rule for all resources of a group that have the same verbs. */
    List<PolicyRule> rules() {
        if (everything) {
            return List.of(rule("*", List.of("*"), List.of("*")));
        }
        var byVerbs = new TreeMap<String, SortedSet<String>>();
        verbs.forEach((resource, allowed) -> byVerbs.computeIfAbsent(
                        resource.group() + " " + String.join(",", allowed), none -> new TreeSet<>())
                .add(resource.name()));
        return byVerbs.entrySet().stream()
                .map(entry -> {
                    var key = entry.getKey();
                    var space = key.indexOf(' ');
                    return rule(
                            key.substring(0, space),
                            entry.getValue(),
                            List.of(key.substring(space + 1).split(",", -1)));
                })
                .collect(Collectors.toUnmodifiableList());
    }

    private static PolicyRule rule(String group, Collection<String> resources, Collection<String> verbs) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(List.copyOf(resources))
                .withVerbs(List.copyOf(verbs))
                .build();
    }
}
