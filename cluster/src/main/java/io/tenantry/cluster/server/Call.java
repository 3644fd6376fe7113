package io.tenantry.cluster.server;

/**
 * One request.
 *
 * @param verb the API's own word for it, for messages
 * @param path with its query
 * @param body empty for none
 */
public record Call(String method, String verb, String path, String contentType, String body) {
    private static final String JSON = "application/json";
    private static final String APPLY = "application/apply-patch+yaml";

    public static Call get(String path) {
        return new Call("GET", "get", path, JSON, "");
    }

    public static Call list(String path) {
        return new Call("GET", "list", path, JSON, "");
    }

    public static Call create(String path, String body) {
        return new Call("POST", "create", path, JSON, body);
    }

    public static Call update(String path, String body) {
        return new Call("PUT", "update", path, JSON, body);
    }

    /** Strict server-side apply by the manager {@code tenantry}. */
    public static Call apply(String path, String body, boolean force, boolean dryRun) {
        return new Call(
                "PATCH",
                "patch",
                path + "?fieldManager=" + ApiServer.MANAGER + "&fieldValidation=Strict" + (force ? "&force=true" : "")
                        + (dryRun ? "&dryRun=All" : ""),
                APPLY,
                body);
    }

    /** Deletes the object with this UID, and no other that has its name. */
    public static Call delete(String path, String uid) {
        return new Call(
                "DELETE",
                "delete",
                path,
                JSON,
                "{\"kind\":\"DeleteOptions\",\"apiVersion\":\"v1\",\"propagationPolicy\":\"Background\","
                        + "\"preconditions\":{\"uid\":\"" + uid + "\"}}");
    }
}
