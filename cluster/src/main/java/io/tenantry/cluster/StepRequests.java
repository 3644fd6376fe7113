package io.tenantry.cluster;

import io.tenantry.cluster.DryRun.Conflict;
import io.tenantry.cluster.server.Answer;
import io.tenantry.cluster.server.ApiServer;
import io.tenantry.cluster.server.Call;
import io.tenantry.cluster.server.Resources;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Asks the server for what the steps of a plan say, each on its own. */
final class StepRequests {
    private final Execution.Order order;
    private final ApiServer server;
    private final Resources resources;

    StepRequests(Execution.Order order, ApiServer server, Resources resources) {
        this.order = order;
        this.server = server;
        this.resources = resources;
    }

    Result apply(Step step) {
        var wanted = Objects.requireNonNull(order.desired().find(step.object()));
        var call = Call.apply(path(step.object()), wanted.body(), order.force(), false);
        var answer = server.send(call);
        for (int attempt = 0; attempt < 5 && isRace(answer); attempt++) {
            answer = server.send(call);
        }
        if (answer.succeeded()) {
            return step.object().isNamespace() ? active(step, answer) : Result.done(step);
        }
        var conflicts = DryRun.conflicts(answer);
        return Result.failed(
                step,
                conflicts.isEmpty()
                        ? ApiServer.refusal(answer, call, step.object().words())
                        : taken(conflicts));
    }

    private static Result active(Step step, Answer answer) {
        var phase = answer.tree().path("status").path("phase").asString("");
        return phase.equals("Active") ? Result.done(step) : Result.failed(step, "the namespace is " + phase);
    }

    /** Somebody changed the object while the server merged it; the same request again gets the new one. */
    private static boolean isRace(Answer answer) {
        return answer.status() == Answer.CONFLICT && DryRun.conflicts(answer).isEmpty();
    }

    private static String taken(List<Conflict> conflicts) {
        return conflicts.stream()
                        .map(conflict -> conflict.field() + " was taken by " + conflict.manager())
                        .collect(Collectors.joining(", "))
                + " after the plan was made; run it again, and add --force-conflicts to take it back";
    }

    Result delete(Step step) {
        var uid = order.uids().getOrDefault(step.object().identity(), "");
        var call = Call.delete(path(step.object()), uid);
        var answer = server.send(call);
        if (answer.status() == Answer.CONFLICT) {
            return Result.skipped(step, "left alone: it was made anew since the plan was made");
        }
        return answer.succeeded() || answer.status() == Answer.NOT_FOUND
                ? Result.done(step)
                : Result.failed(
                        step, ApiServer.refusal(answer, call, step.object().words()));
    }

    private String path(ObjectKey key) {
        return resources.require(key.apiVersion(), key.kind()).path(key.namespace(), key.name());
    }
}
