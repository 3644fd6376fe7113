package io.tenantry.cluster;

import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.List;
import java.util.Map;

/**
 * What would be done to a cluster, in the order in which it would be done: a value that can be shown before {@link
 * Cluster#execute} does it.
 */
public final class Plan {
    private final List<Step> steps;
    private final List<Problem> problems;
    private final List<String> notes;
    private final Execution.Order order;

    Plan(List<Step> steps, List<Problem> problems, List<String> notes, Execution.Order order) {
        this.steps = List.copyOf(steps);
        this.problems = List.copyOf(problems);
        this.notes = List.copyOf(notes);
        this.order = order;
    }

    /** One step for each object, also for those that stay as they are. */
    public List<Step> steps() {
        return steps;
    }

    /** The steps that change something. */
    public List<Step> changes() {
        return steps.stream().filter(step -> step.change() != Change.NONE).toList();
    }

    /** What stands in the way of all of it, and warnings. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether a problem stands in the way. */
    public boolean isBlocked() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** What is left alone, and why: sentences for the user. */
    public List<String> notes() {
        return notes;
    }

    /** Whether executing it would leave the cluster as it is, inventories included. */
    public boolean isEmpty() {
        return changes().isEmpty() && order.inventories().isEmpty();
    }

    /** How many steps there are of each kind. */
    public Map<Change, Integer> counts() {
        return Counts.of(steps);
    }

    /** The Namespaces that would be deleted, with everything in them. */
    public List<String> deletedNamespaces() {
        return steps.stream()
                .filter(step -> step.change() == Change.DELETE && step.object().isNamespace())
                .map(step -> step.object().name())
                .toList();
    }

    Execution.Order order() {
        return order;
    }
}
