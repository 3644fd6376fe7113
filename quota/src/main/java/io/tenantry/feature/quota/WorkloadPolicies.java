package io.tenantry.feature.quota;

import io.tenantry.Labels;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;

/** Makes the shared policies for what neither ResourceQuota nor LimitRange can express. */
final class WorkloadPolicies {
    static final String QOS_CLASS = "tenantry-qos-class";
    static final String QOS_CLASS_LABEL = Labels.PREFIX + "qos-class";
    static final String QOS_STATUS = "tenantry-qos-status";
    static final String MIN_REPLICAS = "tenantry-min-replicas";
    static final String MIN_REPLICAS_ANNOTATION = Labels.PREFIX + "min-replicas";

    private WorkloadPolicies() {}

    /**
     * Judges the class that follows from the resources of a new pod, after all defaults are filled in.
     *
     * <p>Namespaces that want Burstable are passed over: the LimitRange leaves no container there without a request.
     */
    static SharedPolicy qosClass(ClusterView cluster) {
        return SharedPolicy.named(QOS_CLASS)
                .judges("", "v1", "pods", "CREATE")
                .sparesNamespaces(QOS_CLASS_LABEL, QosClass.BURSTABLE.toString())
                .variable("wanted", "namespaceObject.metadata.?labels[?'" + QOS_CLASS_LABEL + "'].orValue('')")
                .requires(
                        "variables.wanted != 'Guaranteed' || " + Qos.IS_GUARANTEED,
                        "'its quality of service must be Guaranteed; give every container limits of cpu and memory that"
                                + " equal its requests'")
                .requires(
                        "variables.wanted != 'BestEffort' || " + Qos.IS_BEST_EFFORT,
                        "'its quality of service must be BestEffort; remove requests and limits of cpu and memory'")
                .build(cluster);
    }

    /**
     * Judges the class that a new pod's status claims: the API server keeps one that the client sent, scoped quotas count
     * by it, and kubelets evict by it.
     */
    static SharedPolicy qosStatus(ClusterView cluster) {
        return SharedPolicy.named(QOS_STATUS)
                .judges("", "v1", "pods", "CREATE")
                .when("claims-another-class", Qos.IS_ANOTHER)
                .requires(
                        "false",
                        "'status.qosClass says ' + object.status.qosClass + ' but its resources say another; remove"
                                + " status'")
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
