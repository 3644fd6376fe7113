package io.tenantry.feature.network.reachability;

import io.tenantry.feature.network.reachability.Selector.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The search for labels under which some requirements hold, and of each of several choices one way.
 *
 * <p>It branches where a choice is open, on the choice with the fewest ways left. Labels that nothing asks for are left
 * out. The same question has the same answer on every machine.
 */
final class LabelSearch {

    /** Of these lists of requirements, one must hold whole. */
    record Choice(List<List<Requirement>> ways) {}

    private LabelSearch() {}

    /** The fewest labels, and among as many the first that is found; empty when there are none. */
    static Optional<SortedMap<String, String>> fewest(List<Requirement> requirements, List<Choice> choices) {
        var start = with(new TreeMap<>(), requirements);
        if (start == null) {
            return Optional.empty();
        }
        var found = search(start, choices, Integer.MAX_VALUE);
        for (int most = labels(start); found != null && most < labels(found); most++) {
            var fewer = search(start, choices, most);
            if (fewer != null) {
                found = fewer;
            }
        }
        return Optional.ofNullable(found).map(LabelSearch::values);
    }

    private static @Nullable SortedMap<String, LabelDomain> search(
            SortedMap<String, LabelDomain> known, List<Choice> choices, int most) {
        if (labels(known) > most) {
            return null;
        }
        var open = new ArrayList<Choice>(choices.size());
        Choice narrowest = null;
        List<SortedMap<String, LabelDomain>> branches = List.of();
        for (var choice : choices) {
            if (choice.ways().stream().anyMatch(way -> holds(known, way))) {
                continue;
            }
            var ways = branches(known, choice);
            if (ways.isEmpty()) {
                return null;
            }
            open.add(choice);
            if (narrowest == null || ways.size() < branches.size()) {
                narrowest = choice;
                branches = ways;
            }
        }
        if (narrowest == null) {
            return known;
        }
        open.remove(narrowest);
        return branches.stream()
                .sorted(Comparator.comparingInt(LabelSearch::labels))
                .map(branch -> search(branch, open, most))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static List<SortedMap<String, LabelDomain>> branches(SortedMap<String, LabelDomain> known, Choice choice) {
        var branches =
                new ArrayList<SortedMap<String, LabelDomain>>(choice.ways().size());
        for (var way : choice.ways()) {
            var branch = with(known, way);
            if (branch != null) {
                branches.add(branch);
            }
        }
        return branches;
    }

    /** What is known when these hold too; null when they cannot. */
    private static @Nullable SortedMap<String, LabelDomain> with(
            SortedMap<String, LabelDomain> known, List<Requirement> requirements) {
        var more = new TreeMap<>(known);
        for (var requirement : requirements) {
            var domain =
                    more.getOrDefault(requirement.key(), LabelDomain.ANYTHING).with(requirement);
            if (domain.isEmpty()) {
                return null;
            }
            more.put(requirement.key(), domain);
        }
        return more;
    }

    private static boolean holds(Map<String, LabelDomain> known, List<Requirement> requirements) {
        return requirements.stream()
                .allMatch(requirement -> known.getOrDefault(requirement.key(), LabelDomain.ANYTHING)
                        .implies(requirement));
    }

    private static int labels(Map<String, LabelDomain> known) {
        return (int) known.values().stream().filter(LabelDomain::exists).count();
    }

    private static SortedMap<String, String> values(Map<String, LabelDomain> known) {
        var labels = new TreeMap<String, String>();
        known.forEach((key, domain) -> {
            if (domain.exists()) {
                labels.put(key, domain.value());
            }
        });
        return labels;
    }
}
