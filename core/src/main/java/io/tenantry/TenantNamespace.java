package io.tenantry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A namespace of a tenant.
 *
 * @param labels for this Namespace, over the tenant's
 * @param annotations for this Namespace, over the tenant's
 * @param configs sections given in Java, over the tenant's; a null component of such a record is not written
 */
public record TenantNamespace(
        String name, SortedMap<String, String> labels, SortedMap<String, String> annotations, List<Record> configs) {
    public TenantNamespace {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        configs = List.copyOf(configs);
    }

    public static TenantNamespace named(String name) {
        return new TenantNamespace(name, new TreeMap<>(), new TreeMap<>(), List.of());
    }

    public TenantNamespace withLabels(Map<String, String> labels) {
        return new TenantNamespace(name, new TreeMap<>(labels), annotations, configs);
    }

    public TenantNamespace withAnnotations(Map<String, String> annotations) {
        return new TenantNamespace(name, labels, new TreeMap<>(annotations), configs);
    }

    /** This namespace with a section; its null components are not written. */
    public TenantNamespace with(Record config) {
        return new TenantNamespace(
                name,
                labels,
                annotations,
                Stream.concat(configs.stream(), Stream.of(config)).toList());
    }
}
