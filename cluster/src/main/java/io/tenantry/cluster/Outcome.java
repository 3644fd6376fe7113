package io.tenantry.cluster;

import java.util.List;
import java.util.Map;

/**
 * What came of a plan.
 *
 * @param results one for each step that was to change something, in the order of the plan
 * @param waiting what has not taken effect yet: sentences for the user
 */
public record Outcome(List<Result> results, List<String> waiting) {
    public Outcome {
        results = List.copyOf(results);
        waiting = List.copyOf(waiting);
    }

    /** Whether every step was done. */
    public boolean succeeded() {
        return results.stream().allMatch(result -> result.status() == Result.Status.DONE);
    }

    /** The steps that failed or were skipped. */
    public List<Result> failures() {
        return results.stream()
                .filter(result -> result.status() != Result.Status.DONE)
                .toList();
    }

    /** How many steps were done, by what they did. */
    public Map<Change, Integer> counts() {
        return Counts.of(results.stream()
                .filter(result -> result.status() == Result.Status.DONE)
                .map(Result::step)
                .toList());
    }
}
