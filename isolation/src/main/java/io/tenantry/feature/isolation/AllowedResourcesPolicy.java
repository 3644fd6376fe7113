package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.SharedPolicy;

/**
 * Which resources a tenant may create at all.
 *
 * <p>Controllers of the cluster may create what the allowed ones need, such as the pods of a Deployment.
 */
final class AllowedResourcesPolicy {
    static final String NAME = "tenantry-allowed-resources";

    /** Value of the label on namespaces where everything may be created, which the policy need not look at. */
    private static final String EVERYTHING = "everything";

    private AllowedResourcesPolicy() {}

    static SharedPolicy of(ClusterView cluster) {
        return SharedPolicy.named(NAME)
                .judges("*", "*", "*", "CREATE")
                .sparesNamespaces(Annotations.ALLOWED_RESOURCES, EVERYTHING)
                .sparesControlPlane()
                .when("is-no-namespace", "request.resource.resource != 'namespaces'")
                .annotation("lines", Annotations.ALLOWED_RESOURCES)
                .variable("allowed", Cel.lines("lines"))
                .requires(
                        "request.resource.resource in variables.allowed"
                                + " || (request.resource.resource + '.' + request.resource.group) in variables.allowed"
                                + " || request.resource.resource in ['events', 'localsubjectaccessreviews']",
                        "'resource ' + request.resource.resource + ' may not be created here; allowed are ' + "
                                + Cel.listed("allowed"))
                .build(cluster);
    }

    static void setting(NamespaceView<Isolation> namespace, Manifests.Builder out) {
        var allowed = namespace.config().allowedResources();
        var setting = allowed.isEmpty()
                ? out.label(namespace.name(), Annotations.ALLOWED_RESOURCES, EVERYTHING)
                : out.annotate(namespace.name(), Annotations.ALLOWED_RESOURCES, Annotations.lines(allowed));
        setting.makesTrue(Enforcement.by(NAME), "allowedResources");
    }
}
