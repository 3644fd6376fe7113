package io.tenantry.feature.network.reachability;

import io.tenantry.feature.network.reachability.LabelSearch.Choice;
import io.tenantry.feature.network.reachability.Selector.Operator;
import io.tenantry.feature.network.reachability.Selector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All pods, real or not, with such labels: every one of some selectors matches, and not one of others.
 *
 * @param all what holds of their labels
 * @param none what does not
 */
record PodClass(List<Requirement> all, List<Selector> none) {
    static final PodClass EVERY_POD = new PodClass(List.of(), List.of());

    static PodClass of(Selector selector) {
        return selector.selectsEverything() ? EVERY_POD : new PodClass(selector.requirements(), List.of());
    }

    /** The pods that not one of these selects. */
    static PodClass outside(List<Selector> selectors) {
        return new PodClass(List.of(), selectors.stream().distinct().toList());
    }

    PodClass and(PodClass other) {
        return other.equals(EVERY_POD)
                ? this
                : equals(EVERY_POD) ? other : new PodClass(both(all, other.all), both(none, other.none));
    }

    /** The class with every key of a label renamed. */
    PodClass renamed(UnaryOperator<String> keys) {
        return new PodClass(
                all.stream().map(requirement -> renamed(requirement, keys)).toList(),
                none.stream()
                        .map(selector -> new Selector(selector.requirements().stream()
                                .map(requirement -> renamed(requirement, keys))
                                .toList()))
                        .toList());
    }

    /** Whether there can be no such pod. */
    boolean isEmpty() {
        return !equals(EVERY_POD) && labelsOutside(List.of()).isEmpty();
    }

    /** The fewest labels of a pod that is of this class and of no other of these. */
    Optional<SortedMap<String, String>> labelsOutside(List<PodClass> others) {
        var choices = new ArrayList<Choice>();
        none.forEach(selector -> choices.add(new Choice(violations(selector.requirements()))));
        others.forEach(other -> choices.add(new Choice(other.waysOut())));
        return LabelSearch.fewest(all, choices);
    }

    /** What takes a pod out of this class: a requirement that does not hold, or an unwanted selector that matches. */
    private List<List<Requirement>> waysOut() {
        var ways = new ArrayList<>(violations(all));
        none.forEach(selector -> ways.add(selector.requirements()));
        return ways;
    }

    private static List<List<Requirement>> violations(List<Requirement> requirements) {
        return requirements.stream()
                .map(requirement -> List.of(opposite(requirement)))
                .toList();
    }

    private static Requirement opposite(Requirement requirement) {
        var operator = switch (requirement.operator()) {
            case IN -> Operator.NOT_IN;
            case NOT_IN -> Operator.IN;
            case EXISTS -> Operator.DOES_NOT_EXIST;
            case DOES_NOT_EXIST -> Operator.EXISTS;
        };
        return new Requirement(requirement.key(), operator, requirement.values());
    }

    private static Requirement renamed(Requirement requirement, UnaryOperator<String> keys) {
        return new Requirement(keys.apply(requirement.key()), requirement.operator(), requirement.values());
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
