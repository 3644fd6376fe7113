package io.tenantry.feature.network.reachability;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Made-up sets of tenants with policies, small enough to try every connection: labels, ports and addresses come from
 * short lists. The same seed gives the same set.
 */
final class PolicySets {
    private static final List<String> APPS = List.of("web", "db");
    private static final List<String> BLOCKS = List.of("10.0.0.0/8", "10.1.0.0/16", "0.0.0.0/0");
    private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

    private final Random random;
    private final Map<String, String> owners = new TreeMap<>();
    private final Map<String, Map<String, String>> namespaces = new TreeMap<>();

    private PolicySets(long seed) {
        random = new Random(seed);
    }

    /** A set: namespaces with labels and owners, and the policies in them. */
    record PolicySet(
            Map<String, String> owners, Map<String, Map<String, String>> namespaces, List<NetworkPolicy> policies) {

        List<NetworkPolicy> in(String namespace) {
            return policies.stream()
                    .filter(policy -> policy.getMetadata().getNamespace().equals(namespace))
                    .toList();
        }
    }

    static PolicySet of(long seed) {
        return new PolicySets(seed).set();
    }

    private PolicySet set() {
        int tenants = 2 + random.nextInt(2);
        for (int tenant = 0; tenant < tenants; tenant++) {
            for (int i = 0; i <= random.nextInt(2); i++) {
                var name = "t" + tenant + "-" + i;
                owners.put(name, "t" + tenant);
                namespaces.put(name, Map.of("tenant", "t" + tenant, "stage", random.nextBoolean() ? "prod" : "dev"));
            }
        }
        var policies = new ArrayList<NetworkPolicy>();
        owners.forEach((namespace, owner) -> {
            if (random.nextInt(20) > 0) {
                policies.add(policy(namespace, "deny", List.of("Ingress", "Egress"), new LabelSelector()));
            }
            policies.add(policy(namespace, "own", types(), random.nextBoolean() ? new LabelSelector() : pods()));
        });
        return new PolicySet(owners, namespaces, List.copyOf(policies));
    }

    private List<String> types() {
        return List.of(List.of("Ingress", "Egress"), List.of("Ingress"), List.of("Egress"))
                .get(Math.max(0, random.nextInt(6) - 3));
    }

    private NetworkPolicy policy(String namespace, String name, List<String> types, LabelSelector pods) {
        var policy = new NetworkPolicyBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withPodSelector(pods)
                .withPolicyTypes(types);
        if (!name.equals("deny")) {
            some(() ->
                    policy.addNewIngress().withFrom(peers()).withPorts(ports()).endIngress());
            some(() -> policy.addNewEgress().withTo(peers()).withPorts(ports()).endEgress());
        }
        return policy.endSpec().build();
    }

    private List<NetworkPolicyPeer> peers() {
        return random.nextInt(30) == 0 ? List.of() : some(this::peer);
    }

    private NetworkPolicyPeer peer() {
        var peer = new NetworkPolicyPeerBuilder();
        if (random.nextInt(8) == 0) {
            return peer.withNewIpBlock()
                    .withCidr(pick(BLOCKS))
                    .withExcept(random.nextInt(3) == 0 ? List.of("10.1.0.0/24") : List.of())
                    .endIpBlock()
                    .build();
        }
        boolean elsewhere = random.nextInt(3) > 0;
        if (elsewhere) {
            peer.withNamespaceSelector(namespaces());
        }
        if (!elsewhere || random.nextBoolean()) {
            peer.withPodSelector(pods());
        }
        return peer.build();
    }

    private LabelSelector namespaces() {
        var selector = new LabelSelectorBuilder();
        switch (random.nextInt(6)) {
            case 0 -> selector.addToMatchLabels("stage", "prod");
            case 1 -> selector.addToMatchLabels("tenant", "t" + random.nextInt(3));
            case 2, 3, 4 ->
                selector.addToMatchLabels(Reachability.NAMESPACE_NAME, pick(List.copyOf(namespaces.keySet())));
            default -> expression(selector, "tenant", "NotIn", List.of("t0"));
        }
        return selector.build();
    }

    private LabelSelector pods() {
        var selector = new LabelSelectorBuilder();
        if (random.nextBoolean()) {
            selector.addToMatchLabels("app", pick(APPS));
        }
        if (random.nextInt(3) > 0) {
            var operator = pick(OPERATORS);
            boolean takesValues = operator.endsWith("In");
            expression(selector, "tier", operator, takesValues ? List.of("front") : List.of());
        }
        return selector.build();
    }

    private static void expression(LabelSelectorBuilder selector, String key, String operator, List<String> values) {
        selector.addNewMatchExpression()
                .withKey(key)
                .withOperator(operator)
                .withValues(values)
                .endMatchExpression();
    }

    private List<NetworkPolicyPort> ports() {
        return random.nextInt(4) == 0 ? List.of() : some(this::port);
    }

    private NetworkPolicyPort port() {
        return switch (random.nextInt(4)) {
            case 0 -> new NetworkPolicyPortBuilder().withNewPort("http").build();
            case 1 -> new NetworkPolicyPortBuilder().withNewPort(80).build();
            case 2 ->
                new NetworkPolicyPortBuilder().withNewPort(80).withEndPort(90).build();
            default -> new NetworkPolicyPortBuilder().withProtocol("UDP").build();
        };
    }

    private <T> List<T> some(Supplier<T> make) {
        return IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> make.get())
                .toList();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
