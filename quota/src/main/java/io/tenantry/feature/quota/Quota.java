package io.tenantry.feature.quota;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.tenantry.Amount;
import io.tenantry.IsolationLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code quota}: on a tenant the total of all its namespaces, on a namespace that namespace's share.
 *
 * <pre>{@code
 * Quota.of(quota -> quota.cpuQuota(Amount.cores(200)).memoryQuota(Amount.gibibytes(512)).podQuota(1000L))
 * }</pre>
 *
 * <p>Given in Java, a null component is not written. In a config that a contributor sees, only {@code @Nullable}
 * components are null, and mean that the namespace has no such limit unless their description says otherwise.
 */
@RecordBuilder
public record Quota(
        @JsonPropertyDescription("CPU that all pods together may request, in cores: 200, 0.5 or 500m.")
        Amount cpuQuota,

        @JsonPropertyDescription("Memory that all pods together may request, in bytes: 512Gi.")
        Amount memoryQuota,

        @JsonPropertyDescription("Storage that all claims together may request, in bytes: 2Ti.")
        Amount storageQuota,

        @JsonPropertyDescription("Local disk that all pods together may request, in bytes; without it, what podQuota"
                + " pods of the default request need.")
        @Nullable
        Amount ephemeralStorageQuota,

        @JsonPropertyDescription("How many pods may be unfinished at a time.")
        Long podQuota,

        @JsonPropertyDescription("How many Deployments there may be.")
        Long deploymentQuota,

        @JsonPropertyDescription("How many StatefulSets there may be.")
        Long statefulsetQuota,

        @JsonPropertyDescription("How many Jobs there may be.")
        Long jobQuota,

        @JsonPropertyDescription("How many persistent volumes may be bound; a claim binds one, so the lower of this and"
                + " pvcQuota holds.")
        Long pvQuota,

        @JsonPropertyDescription("How many Services there may be.")
        Long serviceQuota,

        @JsonPropertyDescription("How many Ingresses there may be.")
        Long ingressQuota,

        @JsonPropertyDescription("How many ConfigMaps there may be.")
        Long configmapQuota,

        @JsonPropertyDescription("How many Secrets there may be.")
        Long secretQuota,

        @JsonPropertyDescription("How many PersistentVolumeClaims there may be.")
        Long pvcQuota,

        @JsonPropertyDescription("Which pods podQuota and the CPU and memory quotas count: BestEffort, NotBestEffort,"
                + " Terminating, NotTerminating, PriorityClass:NAME,NAME, CrossNamespacePodAffinity;"
                + " all pods when empty.")
        List<QuotaScope> scopes,

        @JsonPropertyDescription("CPU that the limits of all pods together may reach, in cores.") @Nullable
        Amount cpuLimit,

        @JsonPropertyDescription("Memory that the limits of all pods together may reach, in bytes.") @Nullable
        Amount memoryLimit,

        @JsonPropertyDescription(
                "How many ReplicationControllers there may be; without it, as many as deploymentQuota.")
        @Nullable
        Long replicationcontrollerQuota,

        @JsonPropertyDescription("How many node ports Services may hold; 0 unless written, under permissive no limit.")
        @Nullable
        Long nodePortQuota,

        @JsonPropertyDescription(
                "How many Services may be of type LoadBalancer; 0 unless written, under permissive no" + " limit.")
        @Nullable
        Long loadBalancerQuota,

        @JsonPropertyDescription("Quotas for claims of one StorageClass, by its name.")
        Map<String, StorageClassQuota> storageClassQuotas,

        @JsonPropertyDescription("How many of an extended resource all pods together may request, by its name such as"
                + " nvidia.com/gpu.")
        Map<String, Long> extendedResources,

        @JsonPropertyDescription("On a namespace: how large its part is of what written shares leave, against the"
                + " weights of the others; 1 without it.")
        @Nullable
        Long weight,

        @JsonPropertyDescription(
                "Whether to alert at 80 % of every quota that warnings does not name; false without it.")
        @Nullable
        Boolean softLimits,

        @JsonPropertyDescription(
                "At which ratio of a quota to alert, above 0 and at most 1, by parameter: cpuQuota:" + " 0.75.")
        Map<String, BigDecimal> warnings) {

    /** What claims of one StorageClass may use. */
    @RecordBuilder
    public record StorageClassQuota(
            @JsonPropertyDescription("Storage that claims of this class together may request, in bytes.") @Nullable
            Amount storage,

            @JsonPropertyDescription("How many claims of this class there may be.") @Nullable
            Long claims) {}

    /** The parameters that are set in {@code values}, and no other. */
    public static Quota of(UnaryOperator<QuotaBuilder> values) {
        return values.apply(QuotaBuilder.builder()).build();
    }

    static Quota defaults(IsolationLevel level) {
        var exposed = level == IsolationLevel.PERMISSIVE ? null : Long.valueOf(0);
        return of(quota -> quota.cpuQuota(Amount.cores(100))
                .memoryQuota(Amount.gibibytes(256))
                .storageQuota(Amount.tebibytes(1))
                .podQuota(500L)
                .deploymentQuota(50L)
                .statefulsetQuota(10L)
                .jobQuota(100L)
                .pvQuota(50L)
                .serviceQuota(50L)
                .ingressQuota(10L)
                .configmapQuota(100L)
                .secretQuota(100L)
                .pvcQuota(50L)
                .scopes(List.of())
                .nodePortQuota(exposed)
                .loadBalancerQuota(exposed)
                .storageClassQuotas(Map.of())
                .extendedResources(Map.of())
                .warnings(Map.of()));
    }
}
