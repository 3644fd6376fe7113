package io.tenantry.feature.quota;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.tenantry.Amount;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code limits}: what one pod and one container may have, in each namespace of the tenant.
 *
 * <pre>{@code
 * Limits.of(limits -> limits.podCpuLimit(Amount.cores(10)).qosClass(QosClass.GUARANTEED).allowBursting(false))
 * }</pre>
 *
 * <p>Given in Java, a null component is not written. In a config that a contributor sees, only {@code @Nullable}
 * components are null.
 */
@RecordBuilder
public record Limits(
        @JsonPropertyDescription("CPU limit that a pod may have at most, in cores.")
        Amount podCpuLimit,

        @JsonPropertyDescription("Memory limit that a pod may have at most, in bytes.")
        Amount podMemoryLimit,

        @JsonPropertyDescription("CPU request of a container that states none, in cores.")
        Amount podCpuRequest,

        @JsonPropertyDescription("Memory request of a container that states none, in bytes.")
        Amount podMemoryRequest,

        @JsonPropertyDescription("CPU limit that a container may have at most, in cores.")
        Amount containerCpuLimit,

        @JsonPropertyDescription("Memory limit that a container may have at most, in bytes.")
        Amount containerMemoryLimit,

        @JsonPropertyDescription("Quality of service that pods must have: Guaranteed, Burstable or BestEffort.")
        QosClass qosClass,

        @JsonPropertyDescription("Whether limits of CPU and memory may exceed requests.")
        Boolean allowBursting,

        @JsonPropertyDescription("CPU that the limits of all pods of a namespace together may reach, in cores.")
        @Nullable
        Amount burstCpu,

        @JsonPropertyDescription("Memory that the limits of all pods of a namespace together may reach, in bytes.")
        @Nullable
        Amount burstMemory,

        @JsonPropertyDescription("Replicas that a running Deployment or StatefulSet must have at least; stopping it"
                + " with 0 stays allowed.")
        Integer minReplicas,

        @JsonPropertyDescription(
                "Local disk that a container may have at most, and its limit if it states none, in" + " bytes.")
        Amount ephemeralStorageLimit,

        @JsonPropertyDescription("Local disk request of a container that states none, in bytes.")
        Amount ephemeralStorageRequest) {

    static final Limits DEFAULTS = of(limits -> limits.podCpuLimit(Amount.cores(10))
            .podMemoryLimit(Amount.gibibytes(32))
            .podCpuRequest(Amount.millicores(100))
            .podMemoryRequest(Amount.mebibytes(128))
            .containerCpuLimit(Amount.cores(8))
            .containerMemoryLimit(Amount.gibibytes(16))
            .qosClass(QosClass.BURSTABLE)
            .allowBursting(true)
            .minReplicas(1)
            .ephemeralStorageLimit(Amount.gibibytes(10))
            .ephemeralStorageRequest(Amount.gibibytes(1)));

    /** The parameters that are set in {@code values}, and no other. */
    public static Limits of(UnaryOperator<LimitsBuilder> values) {
        return values.apply(LimitsBuilder.builder()).build();
    }

    /** Whether every container's limits of CPU and memory must equal its requests. */
    boolean limitsEqualRequests() {
        return !allowBursting || qosClass == QosClass.GUARANTEED;
    }
}
