package io.tenantry.feature.network.reachability;

import io.tenantry.feature.network.reachability.Selector.Operator;
import io.tenantry.feature.network.reachability.Selector.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Namespaces by number, and by label: most selectors name the values that they want, so few namespaces are looked at.
 *
 * <p>Not safe for use by several threads: what a selector matches is remembered.
 */
final class NamespaceIndex {
    private final List<Map<String, String>> labels;
    private final int[] everyone;
    private final Map<String, Map<String, int[]>> byLabel = new HashMap<>();
    private final Map<Selector, int[]> matches = new HashMap<>();

    /** Namespaces with these labels; the first has number 0. */
    NamespaceIndex(List<Map<String, String>> labels) {
        this.labels = List.copyOf(labels);
        everyone = IntStream.range(0, labels.size()).toArray();
        var numbers = new HashMap<String, Map<String, List<Integer>>>();
        for (int i = 0; i < labels.size(); i++) {
            int number = i;
            labels.get(i)
                    .forEach((key, value) -> numbers.computeIfAbsent(key, k -> new HashMap<>())
                            .computeIfAbsent(value, v -> new ArrayList<>(1))
                            .add(number));
        }
        numbers.forEach((key, values) -> {
            var sorted = new HashMap<String, int[]>();
            values.forEach((value, list) ->
                    sorted.put(value, list.stream().mapToInt(Integer::intValue).toArray()));
            byLabel.put(key, sorted);
        });
    }

    int[] everyone() {
        return everyone;
    }

    boolean matches(Selector selector, int namespace) {
        return selector.matches(labels.get(namespace));
    }

    /** The numbers of all that a selector matches, ascending; not to be changed. */
    int[] matching(Selector selector) {
        return selector.selectsEverything() ? everyone : matches.computeIfAbsent(selector, this::find);
    }

    private int[] find(Selector selector) {
        var candidates = everyone;
        for (var requirement : selector.requirements()) {
            if (requirement.operator() == Operator.IN) {
                var named = named(requirement);
                candidates = named.length < candidates.length ? named : candidates;
            }
        }
        return Arrays.stream(candidates)
                .filter(namespace -> matches(selector, namespace))
                .toArray();
    }

    private int[] named(Requirement requirement) {
        var values = byLabel.getOrDefault(requirement.key(), Map.of());
        return union(requirement.values().stream()
                .map(value -> values.getOrDefault(value, new int[0]))
                .toList());
    }

    private static int[] union(Collection<int[]> numbers) {
        return numbers.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    }
}
