package io.tenantry.cluster;

import io.tenantry.KubernetesVersion;
import io.tenantry.cluster.server.Answer;
import io.tenantry.cluster.server.ApiServer;
import io.tenantry.cluster.server.Call;
import io.tenantry.cluster.server.ClusterException;
import io.tenantry.cluster.server.Resources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must be so before anything is written. */
final class Preflight {
    /** The add-ons that bring custom resources, by the group of the API. */
    private static final Map<String, String> ADD_ONS =
            Map.of("monitoring.coreos.com", "prometheus-operator", "velero.io", "velero");

    private static final String MAY_MANAGE = """
        {"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":\
        {"group":"tenantry.io","resource":"tenants","verb":"manage"}}}\
        """;

    private final ApiServer server;

    Preflight(ApiServer server) {
        this.server = server;
    }

    /**
     * Everything that Tenantry makes is guarded against those who lack this right.
     *
     * @throws ClusterException when the user is one of them
     */
    void requirePlatform() {
        var answer = server.require(
                Call.create("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", MAY_MANAGE),
                "selfsubjectaccessreviews");
        if (!answer.tree().path("status").path("allowed").asBoolean(false)) {
            throw new ClusterException("not allowed to manage tenants.tenantry.io, so this user is not the platform;"
                    + " bind a ClusterRole with that verb to it (docs/apply.md has one)");
        }
    }

    /** Holds the server's version against the one that was rendered for. */
    void checkVersion(KubernetesVersion rendered, PlanBuilder plan) {
        var answer = server.require(Call.get("/version"), "the version").tree();
        var actual = new KubernetesVersion(
                number(answer.path("major").asString("0")),
                number(answer.path("minor").asString("0")));
        var fix = "write kubernetesVersion: \"" + actual + "\" in the ClusterProfile";
        var message = "the API server is Kubernetes " + actual + ", but manifests are made for " + rendered;
        if (actual.compareTo(rendered) < 0) {
            plan.error("CLUSTER_OLDER", message, fix, "");
        } else if (actual.compareTo(rendered) > 0) {
            plan.warning("CLUSTER_NEWER", message, fix, "");
        }
    }

    /** Finds kinds that the server does not serve, all at once. */
    void checkKinds(Desired desired, Resources resources, PlanBuilder plan) {
        var missing = new LinkedHashMap<List<String>, Set<String>>();
        for (var wanted : desired.objects()) {
            var key = wanted.key();
            if (resources.find(key.apiVersion(), key.kind()).isEmpty()) {
                missing.computeIfAbsent(List.of(key.apiVersion(), key.kind()), unused -> new TreeSet<>())
                        .add(wanted.tenant());
            }
        }
        missing.forEach((kind, tenants) -> report(kind.get(0), kind.get(1), tenants, plan));
    }

    /**
     * Finds tenants that were applied with another platform namespace, and so with another profile: this one's plan would
     * know nothing of what they have.
     */
    void checkInventories(Desired desired, String platformNamespace, PlanBuilder plan) {
        var tenants = plan.snapshot().withoutInventory(desired.tenants());
        if (tenants.isEmpty()) {
            return;
        }
        Page.forEach(server, "/api/v1/namespaces", Platform.LABEL, "namespaces", namespace -> {
            var other = namespace.path("metadata").path("name").asString("");
            if (!other.equals(platformNamespace)) {
                tenants.stream()
                        .filter(tenant -> hasInventory(tenant, other))
                        .forEach(tenant -> plan.error(
                                "INVENTORY_ELSEWHERE",
                                "its inventory is in namespace " + other
                                        + ", but the platformNamespace of the ClusterProfile is " + platformNamespace,
                                "pass the ClusterProfile that the tenant was applied with",
                                tenant));
            }
        });
    }

    /** Who may not read there has no inventories there either. */
    private boolean hasInventory(String tenant, String platformNamespace) {
        var name = Inventory.name(tenant);
        var call = Call.get("/api/v1/namespaces/" + platformNamespace + "/configmaps/" + name);
        var answer = server.send(call);
        if (answer.status() == Answer.NOT_FOUND || answer.status() == Answer.FORBIDDEN) {
            return false;
        }
        if (!answer.succeeded()) {
            throw ApiServer.refused(answer, call, "configmap " + name + " in namespace " + platformNamespace);
        }
        return true;
    }

    private static void report(String apiVersion, String kind, Set<String> tenants, PlanBuilder plan) {
        tenants.remove("");
        var who = tenants.isEmpty()
                ? "what tenants share needs it"
                : "tenants " + String.join(", ", tenants) + " need it";
        var addOn = ADD_ONS.get(apiVersion.replaceAll("/.*", ""));
        plan.error(
                addOn == null ? "API_MISSING" : "ADD_ON_MISSING",
                "the cluster serves no " + kind + " of " + apiVersion + ", and " + who,
                addOn == null
                        ? "correct kubernetesVersion in the ClusterProfile"
                        : "install " + addOn + ", or take it out of addOns in the ClusterProfile",
                "");
    }

    private static int number(String text) {
        var digits = text.replaceAll("[^0-9].*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
