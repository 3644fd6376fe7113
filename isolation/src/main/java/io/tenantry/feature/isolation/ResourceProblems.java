package io.tenantry.feature.isolation;

import io.tenantry.validation.Quoted;
import java.util.regex.Pattern;

/** Judges the resources that may be created. */
final class ResourceProblems {
    private static final String KEY = "allowedResources";
    private static final Pattern RESOURCE = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9]([a-z0-9.-]*[a-z0-9])?)?");

    private ResourceProblems() {}

    static void check(Level level) {
        if (level.written().test(KEY)) {
            for (var name : level.config().allowedResources()) {
                if (!RESOURCE.matcher(name).matches()) {
                    level.at(KEY)
                            .error(
                                    "ISOLATION_RESOURCE",
                                    "has " + Quoted.of(name) + " but must list resources as the API names them",
                                    "write deployments, or certificates.cert-manager.io for a custom one");
                }
            }
        }
    }
}
