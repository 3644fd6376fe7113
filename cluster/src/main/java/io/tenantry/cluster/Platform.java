package io.tenantry.cluster;

import io.tenantry.Labels;

/** The Namespace of the platform, where inventories are; made when it is missing. */
final class Platform {
    /** Marks a Namespace that Tenantry made for itself. */
    static final String LABEL = Labels.PREFIX + "platform";

    private Platform() {}

    static String body(String name) {
        var namespace = Json.object().put("apiVersion", "v1").put("kind", "Namespace");
        namespace.putObject("metadata").put("name", name).putObject("labels").put(LABEL, "true");
        return namespace.toString();
    }
}
