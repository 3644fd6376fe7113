package io.tenantry.feature.isolation;

import io.tenantry.Labels;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;

/**
 * NetworkPolicies that tenants write themselves: their peers are inside the tenant.
 *
 * <p>Policies add up, so what such a policy allows is allowed beside all others; with these peers it can only narrow
 * what comes from outside.
 */
final class NetworkPoliciesPolicy {
    static final String NAME = "tenantry-network-policies";

    /** Every part of a selector must hold, so one that keeps it inside the tenant is enough. */
    private static final String INSIDE = """
        !has(peer.ipBlock) && (!has(peer.namespaceSelector) \
        || peer.namespaceSelector.?matchLabels[?'%1$s'].orValue('') == variables.tenant \
        || peer.namespaceSelector.?matchLabels[?'%2$s'].orValue('') in variables.namespaces \
        || peer.namespaceSelector.?matchExpressions.orValue([]).exists(part, \
        part.operator == 'In' && size(part.?values.orValue([])) > 0 && ((part.key == '%1$s' \
        && part.values.all(value, value == variables.tenant)) || (part.key == '%2$s' \
        && part.values.all(value, value in variables.namespaces)))))\
        """.formatted(Labels.TENANT, "kubernetes.io/metadata.name");

    private NetworkPoliciesPolicy() {}

    static SharedPolicy of(ClusterView cluster) {
        return SharedPolicy.named(NAME)
                .judges("networking.k8s.io", "v1", "networkpolicies", "CREATE", "UPDATE")
                .annotation("namespaceLines", Annotations.NAMESPACES)
                .variable("namespaces", Cel.lines("namespaceLines"))
                .variable("tenant", Cel.TENANT)
                .variable(
                        "samePods",
                        "oldObject != null && oldObject.spec.?podSelector == object.spec.?podSelector"
                                + " && oldObject.spec.?policyTypes == object.spec.?policyTypes")
                .variable("ingress", added("ingress"))
                .variable("egress", added("egress"))
                .requires(none("ingress", "from"), message("ingress", "from"))
                .requires(none("egress", "to"), message("egress", "to"))
                .build(cluster);
    }

    private static String added(String direction) {
        return """
            object.spec.?%1$s.orValue([]).filter(rule, \
            !(variables.samePods && rule in oldObject.spec.?%1$s.orValue([])))\
            """.formatted(direction);
    }

    private static String none(String direction, String peers) {
        return "variables.%1$s.all(rule, size(rule.?%2$s.orValue([])) > 0 && rule.%2$s.all(peer, %3$s))"
                .formatted(direction, peers, INSIDE);
    }

    private static String message(String direction, String peers) {
        return """
            'a rule of spec.%1$s reaches beyond tenant ' + variables.tenant + '; each needs entries in %2$s, \
            and each entry a podSelector alone, or a namespaceSelector with the label %3$s: ' + variables.tenant \
            + ' or kubernetes.io/metadata.name of one of ' + %4$s + '; ipBlock is not allowed'\
            """.formatted(direction, peers, Labels.TENANT, Cel.listed("namespaces"));
    }
}
