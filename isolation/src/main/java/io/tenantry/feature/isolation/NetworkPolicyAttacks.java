package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Labels;
import io.tenantry.spi.Request;
import java.util.List;
import java.util.Map;

/** What the policy on tenants' own NetworkPolicies must stop. */
final class NetworkPolicyAttacks {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private NetworkPolicyAttacks() {}

    static void add(AttackList out) {
        out.given();
        for (var direction : List.of("ingress", "egress")) {
            peers(out, direction, "any", List.of());
            peer(out, direction, "all-namespaces", namespaces(Map.of()));
            peer(out, direction, "another-tenant", namespaces(Map.of(Labels.TENANT, "tenantry-other")));
            peer(out, direction, "system", namespaces(Map.of(NAME_LABEL, "kube-system")));
            peer(out, direction, "pods-anywhere", Map.of("podSelector", Map.of(), "namespaceSelector", Map.of()));
            peer(out, direction, "other-tenants", expression(Labels.TENANT, "NotIn", List.of("tenantry-other")));
            peer(out, direction, "no-tenant", expression(Labels.TENANT, "DoesNotExist", List.of()));
            peer(out, direction, "every-tenant", expression(Labels.TENANT, "Exists", List.of()));
            peer(
                    out,
                    direction,
                    "own-or-another",
                    expression(
                            Labels.TENANT, "In", List.of(out.tenant().tenant().name(), "tenantry-other")));
            peer(out, direction, "internet", Map.of("ipBlock", Map.of("cidr", "0.0.0.0/0")));
        }
        peer(out, "egress", "metadata-service", Map.of("ipBlock", Map.of("cidr", "169.254.169.254/32")));
        widened(out);
    }

    private static void widened(AttackList out) {
        var given = policy(out.namespace(), Samples.GIVEN, "ingress", List.of(Map.of("podSelector", Map.of())));
        out.given(given);
        out.add(
                "network-policies/widened",
                Request.patch(given, "{\"spec\":{\"ingress\":[{}]}}"),
                Request.patch(given, "{\"spec\":{\"ingress\":[]}}"),
                NetworkPoliciesPolicy.NAME);
    }

    private static void peer(AttackList out, String direction, String variant, Map<String, ?> peer) {
        peers(out, direction, variant, List.of(Map.of("podSelector", Map.of()), peer));
    }

    private static void peers(AttackList out, String direction, String variant, List<?> peers) {
        var inside = List.of(
                Map.of("podSelector", Map.of()),
                namespaces(Map.of(Labels.TENANT, out.tenant().tenant().name())),
                expression(NAME_LABEL, "In", List.of(out.namespace())));
        out.add(
                "network-policies/" + direction + "-" + variant,
                Request.create(policy(out.namespace(), Samples.NAME, direction, peers)),
                Request.create(policy(out.namespace(), Samples.NAME, direction, inside)),
                NetworkPoliciesPolicy.NAME);
    }

    private static HasMetadata policy(String namespace, String name, String direction, List<?> peers) {
        var rule = peers.isEmpty() ? Map.of() : Map.of(direction.equals("ingress") ? "from" : "to", peers);
        return GenericObject.of(
                "networking.k8s.io/v1",
                "NetworkPolicy",
                namespace,
                name,
                Map.of("spec", Map.of("podSelector", Map.of(), direction, List.of(rule))));
    }

    private static Map<String, ?> namespaces(Map<String, String> labels) {
        return Map.of("namespaceSelector", Map.of("matchLabels", labels));
    }

    private static Map<String, ?> expression(String key, String operator, List<String> values) {
        var part = Map.of("key", key, "operator", operator, "values", values);
        return Map.of("namespaceSelector", Map.of("matchExpressions", List.of(part)));
    }
}
