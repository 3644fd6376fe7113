package io.tenantry.feature.quota;

/**
 * Expressions for the class that the resources of a pod make it, as the API server computes it.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/">Pod Quality of Service Classes</a>
 */
final class Qos {
    /** Those of the pod where it states them as a whole, else those of its containers. */
    private static final String RESOURCES = "(has(object.spec.resources) ? [object.spec.resources]"
            + " : (object.spec.containers + object.spec.?initContainers.orValue([]))"
            + ".map(container, container.?resources.orValue({})))";

    private static final String STATES =
            "(stated.?%1$s[?'%2$s'].hasValue() && quantity(stated.%1$s['%2$s']).isGreaterThan(quantity('0')))";

    private static final String EQUAL =
            "quantity(stated.limits['%1$s']).compareTo(quantity(stated.?requests[?'%1$s'].orValue('0'))) == 0";

    static final String IS_GUARANTEED = RESOURCES + ".all(stated, " + STATES.formatted("limits", "cpu") + " && "
            + EQUAL.formatted("cpu") + " && " + STATES.formatted("limits", "memory") + " && "
            + EQUAL.formatted("memory") + ")";

    static final String IS_BEST_EFFORT = "!" + RESOURCES + ".exists(stated, " + STATES.formatted("requests", "cpu")
            + " || " + STATES.formatted("limits", "cpu") + " || " + STATES.formatted("requests", "memory") + " || "
            + STATES.formatted("limits", "memory") + ")";

    /** Whether the status claims a class that is not the pod's. */
    static final String IS_ANOTHER = "object.?status.?qosClass.hasValue()"
            + " && (object.status.qosClass == 'Guaranteed' ? !(" + IS_GUARANTEED + ")"
            + " : object.status.qosClass == 'BestEffort' ? !(" + IS_BEST_EFFORT + ")"
            + " : object.status.qosClass != 'Burstable' || (" + IS_GUARANTEED + ") || (" + IS_BEST_EFFORT + "))";

    private Qos() {}
}
