package io.tenantry.cluster;

import io.tenantry.cluster.server.Answer;
import io.tenantry.cluster.server.ApiServer;
import io.tenantry.cluster.server.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What the server would make of an object.
 *
 * @param fields what would change
 * @param conflicts fields that other managers own
 * @param refusal why the server would refuse it; empty when it would not
 * @param warnings what the server says besides
 */
record DryRun(List<FieldChange> fields, List<Conflict> conflicts, String refusal, List<String> warnings) {
    private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]+)\"");

    /** A field and the manager that owns it. */
    record Conflict(String field, String manager) {}

    static DryRun of(String path, Wanted wanted, Live live, ApiServer server) {
        var tree = Objects.requireNonNull(live.tree());
        var answer = server.send(Call.apply(path, wanted.body(), false, true));
        var conflicts = conflicts(answer);
        if (!conflicts.isEmpty()) {
            answer = server.send(Call.apply(path, wanted.body(), true, true));
        }
        return answer.succeeded()
                ? new DryRun(FieldChanges.between(tree, answer.tree()), conflicts, "", answer.warnings())
                : new DryRun(List.of(), conflicts, answer.message(), answer.warnings());
    }

    /** The conflicts that an answer names; none when it is not about conflicts. */
    static List<Conflict> conflicts(Answer answer) {
        if (answer.status() != Answer.CONFLICT) {
            return List.of();
        }
        var conflicts = new ArrayList<Conflict>();
        for (var cause : answer.tree().path("details").path("causes")) {
            if (cause.path("reason").asString("").equals("FieldManagerConflict")) {
                var message = cause.path("message").asString("");
                var manager = MANAGER.matcher(message);
                var field = cause.path("field").asString("");
                conflicts.add(new Conflict(
                        field.startsWith(".") ? field.substring(1) : field,
                        manager.find() ? manager.group(1) : message));
            }
        }
        return conflicts;
    }
}
