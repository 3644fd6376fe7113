package io.tenantry.feature.isolation;

import io.tenantry.Labels;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;

/**
 * The two guards: nobody but the platform touches what carries its labels.
 *
 * <p>Namespaces have one of their own, which no selector of namespaces bounds: such a selector sees only the labels after
 * the change, so that one patch which drops the tenant's label and relaxes Pod Security would pass it.
 */
final class GuardPolicies {
    static final String OBJECTS = "tenantry-guard-objects";
    static final String NAMESPACES = "tenantry-guard-namespaces";

    private static final String OWNED = "(%1$s != null && (%1$s.?metadata.?labels[?'" + Labels.MANAGED_BY
            + "'].orValue('') == '" + Labels.TENANTRY + "' || %1$s.?metadata.?labels[?'" + Labels.TENANT
            + "'].hasValue()))";
    private static final String OWNED_AFTER = OWNED.formatted("object");
    private static final String OWNED_BEFORE = OWNED.formatted("oldObject");

    private static final String NO_STATUS_OF_CUSTOM_RESOURCE =
            "!(request.?subResource.orValue('') == 'status' && request.resource.group.contains('.')"
                    + " && !request.resource.group.endsWith('.k8s.io'))";

    private static final String LABELS_ARE_THE_PLATFORMS = "'the labels " + Labels.MANAGED_BY + ": " + Labels.TENANTRY
            + " and " + Labels.TENANT + " are for what the platform owns; leave them out'";

    private GuardPolicies() {}

    /** Objects in tenants' namespaces; operators may still report the status of custom resources that are ours. */
    static SharedPolicy objects(ClusterView cluster) {
        return SharedPolicy.named(OBJECTS)
                .judges("*", "*", "*/*", "CREATE", "UPDATE", "DELETE")
                .judgesLabelled(Labels.MANAGED_BY, Labels.TENANTRY)
                .judgesLabelled(Labels.TENANT)
                .sparesControlPlane()
                .when(
                        "is-or-becomes-the-platforms",
                        "(" + OWNED_AFTER + " || " + OWNED_BEFORE + ") && request.resource.resource != 'namespaces' && "
                                + NO_STATUS_OF_CUSTOM_RESOURCE)
                .requires(OWNED_BEFORE, LABELS_ARE_THE_PLATFORMS)
                .requires(
                        "!" + OWNED_BEFORE,
                        "'it belongs to the platform, which alone may ' + (request.operation == 'DELETE' ? 'delete'"
                                + " : 'change') + ' it; ask for a change of the tenant file'")
                .build(cluster);
    }

    /** The Namespaces of tenants, with {@code status} and {@code finalize}. */
    static SharedPolicy namespaces(ClusterView cluster) {
        return SharedPolicy.named(NAMESPACES)
                .judges("", "v1", "namespaces", "CREATE", "UPDATE", "DELETE")
                .judges("", "v1", "namespaces/*", "CREATE", "UPDATE")
                .everywhere()
                .sparesControlPlane()
                .when("is-or-becomes-a-tenants", OWNED_AFTER + " || " + OWNED_BEFORE)
                .requires(OWNED_BEFORE, LABELS_ARE_THE_PLATFORMS)
                .requires(
                        "!" + OWNED_BEFORE,
                        "'it is a namespace of tenant '"
                                + " + oldObject.metadata.?labels[?'" + Labels.TENANT + "'].orValue('?')"
                                + " + ', and the platform alone may '"
                                + " + (request.operation == 'DELETE' ? 'delete' : 'change')"
                                + " + ' it; ask for a change of the tenant file'")
                .build(cluster);
    }
}
