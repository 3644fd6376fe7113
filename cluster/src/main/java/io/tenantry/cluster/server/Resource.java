package io.tenantry.cluster.server;

/**
 * A resource that a server serves.
 *
 * @param root such as {@code /apis/apps/v1}
 * @param plural such as {@code deployments}
 */
public record Resource(String root, String plural, boolean namespaced) {

    /** The path of an object; the namespace is empty for one without. */
    public String path(String namespace, String name) {
        return (namespaced ? root + "/namespaces/" + namespace : root) + "/" + plural + "/" + name;
    }

    /** The path of all objects in one namespace. */
    public String in(String namespace) {
        return root + "/namespaces/" + namespace + "/" + plural;
    }

    /** The path of all objects in all namespaces. */
    public String everywhere() {
        return root + "/" + plural;
    }
}
