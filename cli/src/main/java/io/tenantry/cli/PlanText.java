package io.tenantry.cli;

import io.tenantry.cluster.Change;
import io.tenantry.cluster.FieldChange;
import io.tenantry.cluster.Plan;
import io.tenantry.cluster.Step;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan for people: one line for each change, and one for each field. */
final class PlanText {
    /** From how many new objects on their kinds are counted instead. */
    private static final int MANY = 40;

    private PlanText() {}

    /**
     * The text; empty when there is nothing to say.
     *
     * @param whole whether new objects are listed however many there are
     */
    static String of(Plan plan, boolean whole) {
        var text = new StringBuilder();
        var created = with(Change.CREATE, plan);
        if (whole || created.size() < MANY) {
            created.forEach(step -> add(step, text));
        } else {
            addCounts(created, text);
        }
        with(Change.UPDATE, plan).forEach(step -> add(step, text));
        with(Change.DELETE, plan).forEach(step -> add(step, text));
        plan.notes()
                .forEach(note -> text.append("note: ").append(OneLine.of(note)).append('\n'));
        return text.toString();
    }

    private static List<Step> with(Change change, Plan plan) {
        return plan.changes().stream().filter(step -> step.change() == change).toList();
    }

    private static void add(Step step, StringBuilder text) {
        text.append("%-7s %s%n".formatted(step.change(), step.object()));
        step.fields()
                .forEach(field -> text.append("        ").append(line(field)).append('\n'));
    }

    private static String line(FieldChange field) {
        return OneLine.of(field.path() + ": " + shown(field.live()) + " -> " + shown(field.wanted())
                + (field.owner().isEmpty() ? "" : " (owned by " + field.owner() + ")"));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private static void addCounts(List<Step> created, StringBuilder text) {
        var byTenant = created.stream().collect(Collectors.groupingBy(Step::tenant, TreeMap::new, Collectors.toList()));
        byTenant.forEach((tenant, steps) -> {
            var kinds = steps.stream()
                    .collect(Collectors.groupingBy(step -> step.object().kind(), TreeMap::new, Collectors.counting()));
            text.append("create  ")
                    .append(tenant.isEmpty() ? "shared" : "tenant " + tenant)
                    .append(": ")
                    .append(kinds.entrySet().stream()
                            .map(kind -> kind.getValue() + " " + kind.getKey())
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        });
    }
}
