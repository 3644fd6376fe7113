package io.tenantry.cli;

import io.tenantry.cli.ValidationJson.ProblemJson;
import io.tenantry.cluster.FieldChange;
import io.tenantry.cluster.Outcome;
import io.tenantry.cluster.Plan;
import io.tenantry.cluster.Result;
import io.tenantry.cluster.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code apply} and {@code delete} print with {@code -o json}.
 *
 * @param waiting what has not taken effect yet
 * @param notes what is left alone, and why
 */
record ChangesJson(List<ObjectJson> objects, List<String> waiting, List<String> notes, List<ProblemJson> problems) {

    /**
     * An object and what came of it.
     *
     * @param status done, failed, skipped; none for an object that stays as it is or a plan that was not executed
     */
    record ObjectJson(
            String object, String tenant, String change, List<FieldChange> fields, String status, String message) {
        static ObjectJson of(Step step, @Nullable Result result) {
            return new ObjectJson(
                    step.object().toString(),
                    step.tenant(),
                    step.change().toString(),
                    step.fields(),
                    result == null ? "none" : result.status().toString(),
                    result == null ? "" : result.message());
        }
    }

    static ChangesJson of(Plan plan, Outcome outcome) {
        Map<Step, Result> results = new HashMap<>();
        outcome.results().forEach(result -> results.put(result.step(), result));
        return new ChangesJson(
                plan.steps().stream()
                        .map(step -> ObjectJson.of(step, results.get(step)))
                        .toList(),
                outcome.waiting(),
                plan.notes(),
                plan.problems().stream().map(ProblemJson::of).toList());
    }
}
