package io.tenantry.testkit.controlplane;

import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What an API server says that somebody may do.
 *
 * <pre>{@code
 * Rights.of(Rights.user("admin@acme.com"), "acme-prod", controlPlane)   // [create deployments.apps, ...]
 * }</pre>
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access">Checking API
 *     access</a>
 */
public final class Rights {
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/";
    private static final Identity STRANGER = user("tenantry-stranger");

    private Rights() {}

    /** Somebody who is known to the cluster, and no more. */
    public static Identity user(String name, String... groups) {
        var all = new String[groups.length + 1];
        System.arraycopy(groups, 0, all, 0, groups.length);
        all[groups.length] = "system:authenticated";
        return Identity.user(name, all);
    }

    /** All rights in a namespace beyond those of everybody, each as {@code verb resource.group}. */
    public static SortedSet<String> of(Identity person, String namespace, ControlPlane controlPlane) {
        var rights = review(namespace, controlPlane.as(person));
        rights.removeAll(review(namespace, controlPlane.as(STRANGER)));
        return rights;
    }

    /**
     * Whether one request would be authorised.
     *
     * @param namespace empty for what has none
     * @param resource with {@code /subresource} where it is one
     */
    public static boolean allow(
            ApiClient client, String verb, String group, String resource, String namespace, String name) {
        var parts = (resource + "/").split("/", -1);
        var body = """
            {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview", "spec": {"resourceAttributes":
            {"verb": "%s", "group": "%s", "resource": "%s", "subresource": "%s", "namespace": "%s", "name": "%s"}}}\
            """.formatted(verb, group, parts[0], parts[1], namespace, name);
        return client.send("POST", REVIEWS + "selfsubjectaccessreviews", "application/json", body)
                .orFail()
                .at("/status/allowed")
                .asBoolean();
    }

    private static SortedSet<String> review(String namespace, ApiClient client) {
        var body = """
            {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectRulesReview", "spec": {"namespace": "%s"}}\
            """.formatted(namespace);
        var answer = client.send("POST", REVIEWS + "selfsubjectrulesreviews", "application/json", body)
                .orFail();
        if (answer.at("/status/incomplete").asBoolean()) {
            throw new AssertionError("the API server knows only some rights in " + namespace + ": " + answer);
        }
        var rights = new TreeSet<String>();
        answer.at("/status/resourceRules").forEach(rule -> add(rule, rights));
        return rights;
    }

    private static void add(JsonNode rule, SortedSet<String> rights) {
        for (var group : rule.path("apiGroups")) {
            for (var resource : rule.path("resources")) {
                for (var verb : rule.path("verbs")) {
                    var suffix = group.asString().isEmpty() ? "" : "." + group.asString();
                    rights.add(verb.asString() + " " + resource.asString() + suffix);
                }
            }
        }
    }
}
