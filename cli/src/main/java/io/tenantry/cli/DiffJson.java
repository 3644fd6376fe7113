package io.tenantry.cli;

import io.tenantry.cli.ValidationJson.ProblemJson;
import io.tenantry.cluster.FieldChange;
import io.tenantry.cluster.Plan;
import java.util.List;

/** What {@code diff} prints with {@code -o json}. */
record DiffJson(List<ObjectJson> objects, List<String> notes, List<ProblemJson> problems) {

    /** An object and how it differs. */
    record ObjectJson(String object, String tenant, String change, List<FieldChange> fields) {}

    static DiffJson of(Plan plan) {
        return new DiffJson(
                plan.steps().stream()
                        .map(step -> new ObjectJson(
                                step.object().toString(),
                                step.tenant(),
                                step.change().toString(),
                                step.fields()))
                        .toList(),
                plan.notes(),
                plan.problems().stream().map(ProblemJson::of).toList());
    }
}
