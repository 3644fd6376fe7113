package io.tenantry.feature.quota;

import io.tenantry.Amount;
import io.tenantry.feature.quota.Quota.StorageClassQuota;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One quota of the section: where it is written, and the key of a ResourceQuota that it becomes.
 *
 * <p>Equal by name.
 */
final class Parameter {
    private static final String OF_STORAGE_CLASS = ".storageclass.storage.k8s.io/";
    private static final Set<String> OF_REQUESTS_AND_LIMITS =
            Set.of("requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    /** The parameters that every tenant has. */
    static final List<Parameter> FIXED = List.of(
            amount("cpuQuota", "requests.cpu", Quota::cpuQuota),
            amount("memoryQuota", "requests.memory", Quota::memoryQuota),
            amount("storageQuota", "requests.storage", Quota::storageQuota),
            amount("ephemeralStorageQuota", "requests.ephemeral-storage", Quota::ephemeralStorageQuota),
            amount("cpuLimit", "limits.cpu", Quota::cpuLimit),
            amount("memoryLimit", "limits.memory", Quota::memoryLimit),
            count("podQuota", "pods", Quota::podQuota),
            count("deploymentQuota", "count/deployments.apps", Quota::deploymentQuota),
            count("statefulsetQuota", "count/statefulsets.apps", Quota::statefulsetQuota),
            count("jobQuota", "count/jobs.batch", Quota::jobQuota),
            count("ingressQuota", "count/ingresses.networking.k8s.io", Quota::ingressQuota),
            count("serviceQuota", "services", Quota::serviceQuota),
            count("configmapQuota", "configmaps", Quota::configmapQuota),
            count("secretQuota", "secrets", Quota::secretQuota),
            count("pvcQuota", "persistentvolumeclaims", Quota::pvcQuota),
            count("pvQuota", "persistentvolumeclaims", Quota::pvQuota),
            count("replicationcontrollerQuota", "replicationcontrollers", Quota::replicationcontrollerQuota),
            count("nodePortQuota", "services.nodeports", Quota::nodePortQuota),
            count("loadBalancerQuota", "services.loadbalancers", Quota::loadBalancerQuota));

    private final String[] path;
    private final String name;
    private final String key;
    private final Value value;

    private Parameter(String key, Value value, String... path) {
        this.path = path;
        this.name = String.join(".", path);
        this.key = key;
        this.value = value;
    }

    /** Reads the parameter from a config; null where the config does not have it. */
    interface Value {
        @Nullable
        Amount in(Quota quota);
    }

    private interface Count {
        @Nullable
        Long in(Quota quota);
    }

    /** The fixed parameters, and those that the tenant and its namespaces name themselves. */
    static List<Parameter> of(TenantView<Quota> tenant) {
        var parameters = new ArrayList<>(FIXED);
        for (var name : names(tenant, quota -> quota.storageClassQuotas().keySet())) {
            parameters.add(new Parameter(
                    name + OF_STORAGE_CLASS + "requests.storage",
                    quota -> storageClass(quota, name).storage(),
                    "storageClassQuotas",
                    name,
                    "storage"));
            parameters.add(new Parameter(
                    name + OF_STORAGE_CLASS + "persistentvolumeclaims",
                    quota -> amount(storageClass(quota, name).claims()),
                    "storageClassQuotas",
                    name,
                    "claims"));
        }
        for (var name : names(tenant, quota -> quota.extendedResources().keySet())) {
            parameters.add(new Parameter(
                    "requests." + name,
                    quota -> amount(quota.extendedResources().get(name)),
                    "extendedResources",
                    name));
        }
        return parameters;
    }

    Unit unit() {
        return Unit.of(key);
    }

    /** Such as {@code requests.cpu}. */
    String key() {
        return key;
    }

    Value value() {
        return value;
    }

    /** The path as a user writes it below {@code quota}. */
    String name() {
        return name;
    }

    /** Whether it bounds what pods of class BestEffort cannot have: requests and limits of CPU and memory. */
    boolean needsRequests() {
        return OF_REQUESTS_AND_LIMITS.contains(key);
    }

    /** The path key by key; not to be changed. */
    String[] keys() {
        return path;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Parameter parameter && name.equals(parameter.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    private static Set<String> names(TenantView<Quota> tenant, Function<Quota, Set<String>> of) {
        var names = new TreeSet<String>();
        Stream.concat(Stream.of(tenant.config()), tenant.namespaces().stream().map(NamespaceView::config))
                .forEach(quota -> names.addAll(of.apply(quota)));
        return names;
    }

    private static StorageClassQuota storageClass(Quota quota, String name) {
        return quota.storageClassQuotas().getOrDefault(name, new StorageClassQuota(null, null));
    }

    private static Parameter amount(String name, String key, Value value) {
        return new Parameter(key, value, name);
    }

    private static Parameter count(String name, String key, Count count) {
        return new Parameter(key, quota -> amount(count.in(quota)), name);
    }

    private static @Nullable Amount amount(@Nullable Long count) {
        return count == null ? null : Amount.of(count);
    }
}
