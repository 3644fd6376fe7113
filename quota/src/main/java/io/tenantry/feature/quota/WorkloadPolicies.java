package io.tenantry.feature.quota;

import io.tenantry.Labels;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;

/** Makes the shared policies for what neither ResourceQuota nor LimitRange can express. */
final class WorkloadPolicies {
    static final String QOS_CLASS = "tenantry-qos-class";
    static final String QOS_CLASS_ANNOTATION = Labels.PREFIX + "qos-class";
    static final String MIN_REPLICAS = "tenantry-min-replicas";
    static final String MIN_REPLICAS_ANNOTATION = Labels.PREFIX + "min-replicas";

    private WorkloadPolicies() {}

    /**
     * Judges the class that follows from the resources of a new pod, after all defaults are filled in.
     *
     * <p>The class in the pod's status alone proves nothing: the API server keeps one that the client sent, and by it
     * scoped quotas count. So it must be the true one.
     */
    static SharedPolicy qosClass(ClusterView cluster) {
        return SharedPolicy.named(QOS_CLASS)
                .judges("", "v1", "pods", "CREATE")
                .annotation("wanted", QOS_CLASS_ANNOTATION)
                .variable(
                        "resources",
                        "has(object.spec.resources) ? [object.spec.resources]"
                                + " : (object.spec.containers + object.spec.?initContainers.orValue([]))"
                                + ".map(container, container.?resources.orValue({}))")
                .variable(
                        "bestEffort",
                        "variables.resources.all(stated, ['requests', 'limits'].all(kind, ['cpu', 'memory'].all(name,"
                                + " !quantity(stated[?kind][?name].orValue('0')).isGreaterThan(quantity('0')))))")
                .variable(
                        "guaranteed",
                        "variables.resources.all(stated, ['cpu', 'memory'].all(name,"
                                + " quantity(stated.?limits[?name].orValue('0')).isGreaterThan(quantity('0'))"
                                + " && quantity(stated.?limits[?name].orValue('0'))"
                                + ".compareTo(quantity(stated.?requests[?name].orValue('0'))) == 0))")
                .variable(
                        "actual",
                        "variables.bestEffort ? 'BestEffort' : variables.guaranteed ? 'Guaranteed' : 'Burstable'")
                .requires(
                        "variables.wanted == '' || variables.wanted == variables.actual"
                                + " || (variables.wanted == 'Burstable' && variables.actual == 'Guaranteed')",
                        "'its quality of service is ' + variables.actual + ' but must be ' + variables.wanted"
                                + " + (variables.wanted == 'Guaranteed'"
                                + " ? '; give every container limits of cpu and memory that equal its requests'"
                                + " : variables.wanted == 'Burstable'"
                                + " ? '; request cpu or memory in some container'"
                                + " : '; remove requests and limits of cpu and memory')")
                .requires(
                        "object.?status.?qosClass.orValue(variables.actual) == variables.actual",
                        "'status.qosClass says ' + string(object.status.qosClass) + ' but its resources make it '"
                                + " + variables.actual + '; remove status'")
                .build(cluster);
    }

    /** Judges what is created and scaled; what runs with fewer replicas from before may stay, and may grow. */
    static SharedPolicy minReplicas(ClusterView cluster) {
        return SharedPolicy.named(MIN_REPLICAS)
                .judges("apps", "v1", "deployments", "CREATE", "UPDATE")
                .judges("apps", "v1", "statefulsets", "CREATE", "UPDATE")
                .judges("apps", "v1", "deployments/scale", "UPDATE")
                .judges("apps", "v1", "statefulsets/scale", "UPDATE")
                .annotation("minimum", MIN_REPLICAS_ANNOTATION)
                .variable("replicas", "object.spec.?replicas.orValue(0)")
                .variable("before", "oldObject == null ? 0 : oldObject.spec.?replicas.orValue(0)")
                .requires(
                        "variables.minimum == '' || variables.replicas == 0"
                                + " || variables.replicas >= int(variables.minimum)"
                                + " || (variables.before > 0 && variables.replicas >= variables.before)",
                        "'spec.replicas is ' + string(variables.replicas) + ' but must be ' + variables.minimum"
                                + " + ' or more, or 0 to stop it'")
                .build(cluster);
    }
}
