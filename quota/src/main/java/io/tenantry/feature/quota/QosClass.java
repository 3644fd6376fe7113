package io.tenantry.feature.quota;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The quality of service that a tenant's pods must have.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/">Pod Quality of Service Classes</a>
 */
public enum QosClass {
    /** Every container's limits equal its requests. */
    @JsonProperty("Guaranteed")
    GUARANTEED("Guaranteed"),
    /** Some container requests CPU or memory; pods that are Guaranteed satisfy this too. */
    @JsonProperty("Burstable")
    BURSTABLE("Burstable"),
    /** No container has requests or limits of CPU or memory. */
    @JsonProperty("BestEffort")
    BEST_EFFORT("BestEffort");

    private final String wireName;

    QosClass(String wireName) {
        this.wireName = wireName;
    }

    /** The name that the API server knows. */
    @Override
    public String toString() {
        return wireName;
    }
}
