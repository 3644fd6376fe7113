package io.tenantry.feature.network.reachability;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A label selector: all of its requirements hold. Without any it selects everything.
 *
 * @param requirements sorted, so that equal selectors are equal
 */
record Selector(List<Requirement> requirements) {
    static final Selector EVERYTHING = new Selector(List.of());

    enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST
    }

    /** What the value under one key must be. */
    record Requirement(String key, Operator operator, List<String> values) {

        boolean matches(Map<String, String> labels) {
            var value = labels.get(key);
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
            };
        }
    }

    /**
     * The selector of a policy.
     *
     * @throws IllegalArgumentException when the API server would refuse it
     */
    static Selector of(LabelSelector selector) {
        var requirements = new ArrayList<Requirement>();
        if (selector.getMatchLabels() != null) {
            selector.getMatchLabels()
                    .forEach((key, value) -> requirements.add(new Requirement(key, Operator.IN, List.of(value))));
        }
        if (selector.getMatchExpressions() != null) {
            selector.getMatchExpressions().forEach(expression -> requirements.add(requirement(expression)));
        }
        if (requirements.isEmpty()) {
            return EVERYTHING;
        }
        requirements.sort(Comparator.comparing(Requirement::key)
                .thenComparing(Requirement::operator)
                .thenComparing(requirement -> String.join(",", requirement.values())));
        return new Selector(List.copyOf(requirements));
    }

    private static Requirement requirement(LabelSelectorRequirement expression) {
        var operator = switch (String.valueOf(expression.getOperator())) {
            case "In" -> Operator.IN;
            case "NotIn" -> Operator.NOT_IN;
            case "Exists" -> Operator.EXISTS;
            case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
            default ->
                throw new IllegalArgumentException("the operator " + expression.getOperator()
                        + " of a selector must be In, NotIn, Exists or DoesNotExist");
        };
        var values = expression.getValues() == null ? List.<String>of() : expression.getValues();
        boolean takesValues = operator == Operator.IN || operator == Operator.NOT_IN;
        if (expression.getKey() == null || values.isEmpty() == takesValues) {
            throw new IllegalArgumentException("a selector's expression must have a key, and values for In and NotIn"
                    + " only: " + expression.getKey() + " " + expression.getOperator() + " " + values);
        }
        return new Requirement(expression.getKey(), operator, List.copyOf(new TreeSet<>(values)));
    }

    boolean matches(Map<String, String> labels) {
        for (int i = 0; i < requirements.size(); i++) {
            if (!requirements.get(i).matches(labels)) {
                return false;
            }
        }
        return true;
    }

    boolean selectsEverything() {
        return requirements.isEmpty();
    }
}
