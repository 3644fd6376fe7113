package io.tenantry.feature.isolation;

import static java.util.stream.Collectors.joining;

import io.tenantry.spi.ClusterFile;
import io.tenantry.spi.TenantView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One audit policy for the cluster: a rule for each level that tenants ask for, with all their namespaces in it.
 *
 * <p>The first rule that matches decides. What is not to be audited comes first, then what may hold a secret, which is
 * never logged with its body, whatever level its namespace has.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy">Audit policy</a>
 */
final class AuditPolicyFile {
    static final String NAME = "audit-policy.yaml";

    private static final String HEAD = """
            # For kube-apiserver --audit-policy-file. The first rule that matches decides.
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            omitManagedFields: true
            rules:
            """;

    private static final String WITHOUT_BODIES = """
            # Never with a body, whatever the namespace.
            - level: Metadata
              resources:
              - group: ""
                resources: [secrets, configmaps, serviceaccounts/token]
              - group: authentication.k8s.io
                resources: [tokenreviews]
            """;

    private static final String REST = """
            # Everything that is not in a namespace of a tenant.
            - level: Metadata
            """;

    private AuditPolicyFile() {}

    static ClusterFile of(List<TenantView<Isolation>> tenants) {
        var namespaces = namespaces(tenants);
        return new ClusterFile(
                NAME,
                HEAD
                        + rule(AuditLevel.NONE, namespaces)
                        + WITHOUT_BODIES
                        + rule(AuditLevel.REQUEST_RESPONSE, namespaces)
                        + rule(AuditLevel.REQUEST, namespaces)
                        + rule(AuditLevel.METADATA, namespaces)
                        + REST);
    }

    /** What is logged of a namespace's requests. */
    static AuditLevel level(Isolation isolation) {
        return isolation.apiAudit() ? isolation.auditLevel() : AuditLevel.NONE;
    }

    private static Map<AuditLevel, SortedSet<String>> namespaces(List<TenantView<Isolation>> tenants) {
        var namespaces = new EnumMap<AuditLevel, SortedSet<String>>(AuditLevel.class);
        for (var tenant : tenants) {
            for (var namespace : tenant.namespaces()) {
                namespaces
                        .computeIfAbsent(level(namespace.config()), level -> new TreeSet<>())
                        .add(namespace.name());
            }
        }
        return namespaces;
    }

    /** In quotes, for YAML would read some names as numbers. */
    private static String rule(AuditLevel level, Map<AuditLevel, SortedSet<String>> namespaces) {
        var names = namespaces.get(level);
        return names == null
                ? ""
                : "- level: " + level + "\n  namespaces:\n"
                        + names.stream().map(name -> "  - \"" + name + "\"\n").collect(joining());
    }
}
