package io.tenantry.cluster;

import io.tenantry.Labels;
import io.tenantry.cluster.server.Answer;
import io.tenantry.cluster.server.ApiServer;
import io.tenantry.cluster.server.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads back whether what was applied has taken effect, and says what has not. */
final class Readiness {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String POLICIES = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies";

    private final ApiServer server;
    private final Progress progress;

    Readiness(ApiServer server, Progress progress) {
        this.server = server;
        this.progress = progress;
    }

    /** Waits until the control plane has seen and type-checked policies. */
    List<String> policies(List<ObjectKey> policies) {
        var pending = names(policies);
        if (pending.isEmpty()) {
            return List.of();
        }
        var warnings = new ArrayList<String>();
        progress.waiting("the control plane to check " + String.join(", ", pending));
        Pause.until(LONGEST, () -> {
            Page.forEach(server, POLICIES, "", "validatingadmissionpolicies", policy -> {
                if (isObserved(policy) && pending.remove(nameOf(policy))) {
                    policy.path("status")
                            .path("typeChecking")
                            .path("expressionWarnings")
                            .forEach(warning -> warnings.add("policy " + nameOf(policy) + ": "
                                    + warning.path("fieldRef").asString("") + ": "
                                    + warning.path("warning")
                                            .asString("")
                                            .lines()
                                            .findFirst()
                                            .orElse("")));
                }
            });
            return pending.isEmpty();
        });
        pending.forEach(name -> warnings.add("policy " + name + " has not been checked by the control plane yet"));
        return warnings;
    }

    private static boolean isObserved(JsonNode policy) {
        return policy.path("status").path("observedGeneration").asLong(-1)
                == policy.path("metadata").path("generation").asLong(0);
    }

    /** Waits until the quotas count: until then they refuse every pod. */
    List<String> quotas(Collection<ObjectKey> quotas) {
        if (quotas.isEmpty()) {
            return List.of();
        }
        var pending = quotas.stream()
                .map(key -> key.namespace() + "/" + key.name())
                .collect(Collectors.toCollection(TreeSet::new));
        progress.waiting("the control plane to count what " + quotas.size() + " ResourceQuotas allow");
        Pause.untilNone(LONGEST, () -> {
            removeCounted(pending);
            return pending.size();
        });
        return pending.stream()
                .map(name -> "ResourceQuota " + name + " is not counted yet; until then it refuses every pod")
                .toList();
    }

    private void removeCounted(Set<String> pending) {
        Page.forEach(
                server,
                "/api/v1/resourcequotas",
                Labels.MANAGED_BY + "=" + Labels.TENANTRY,
                "resourcequotas",
                quota -> {
                    if (quota.path("status")
                            .path("hard")
                            .equals(quota.path("spec").path("hard"))) {
                        pending.remove(quota.path("metadata").path("namespace").asString("") + "/" + nameOf(quota));
                    }
                });
    }

    /**
     * Waits until Namespaces are gone, for as long as there is progress.
     *
     * @param uids by name
     * @return those that are not, with what holds them
     */
    Map<String, String> goneNamespaces(Map<String, String> uids) {
        var left = new TreeMap<>(uids);
        if (left.isEmpty()) {
            return Map.of();
        }
        progress.waiting("the end of " + left.size() + " namespaces");
        Pause.untilNone(LONGEST, () -> {
            left.entrySet().removeIf(entry -> isGone(entry.getKey(), entry.getValue()));
            return left.size();
        });
        var reasons = new TreeMap<String, String>();
        left.keySet().forEach(name -> reasons.put(name, "namespace " + name + " is still there" + held(name)));
        return reasons;
    }

    private boolean isGone(String name, String uid) {
        var answer = server.send(Call.get("/api/v1/namespaces/" + name));
        return answer.status() == Answer.NOT_FOUND
                || (answer.succeeded()
                        && !answer.tree()
                                .path("metadata")
                                .path("uid")
                                .asString("")
                                .equals(uid));
    }

    private String held(String name) {
        var conditions = server.send(Call.get("/api/v1/namespaces/" + name))
                .tree()
                .path("status")
                .path("conditions");
        return conditions
                .valueStream()
                .filter(condition -> condition.path("status").asString("").equals("True"))
                .map(condition -> ": " + condition.path("message").asString(""))
                .collect(Collectors.joining());
    }

    private static Set<String> names(List<ObjectKey> keys) {
        return keys.stream().map(ObjectKey::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(JsonNode object) {
        return object.path("metadata").path("name").asString("");
    }
}
