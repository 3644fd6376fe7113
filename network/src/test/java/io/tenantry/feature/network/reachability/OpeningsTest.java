package io.tenantry.feature.network.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningsTest {
    private static final AddressSet PODS = AddressSet.of(Cidr.parse("10.0.0.0/8"));
    private static final String TO_LAB = "to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: lab}}}]";

    @Test
    void namesTheLabelsThatAPodMustHave() {
        var open = between("""
            podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [any]}, {key: app, operator: Exists}]}
            policyTypes: [Egress]
            egress: [{%s, ports: [{port: 5432}]}]
            """.formatted(TO_LAB), "policyTypes: [Egress]");

        assertThat(open).hasSize(2);
        assertThat(open.get(0).example()).hasToString("a pod of shop with app=any2 → a pod of lab on TCP 5432");
        assertThat(open.get(1)).hasToString("all by no policy for egress and no policy for ingress");
    }

    @Test
    void findsNoPodWhereSelectorsContradictEachOther() {
        assertThat(between(
                        "podSelector: {}\npolicyTypes: [Egress]\negress: [{" + TO_LAB + "}]",
                        "podSelector: {matchLabels: {app: db}}\n"
                                + "policyTypes: [Ingress]\n"
                                + "ingress: [{from: [{namespaceSelector: {}, podSelector: {matchExpressions: [{key: a,"
                                + " operator: Exists}, {key: a, operator: DoesNotExist}]}}]}]"))
                .extracting(Opening::example)
                .extracting(Connection::destination)
                .containsExactly(Pod.in("lab", "destination"));
    }

    @Test
    void letsTheDestinationNameItsPorts() {
        var open = between("policyTypes: [Egress]\negress: [{ports: [{port: http}]}]", "podSelector: {}");

        assertThat(open).isEmpty();
        open = between("policyTypes: [Egress]\negress: [{ports: [{port: http}]}]", "policyTypes: [Egress]");
        assertThat(Opening.portsOf(open)).isEqualTo("TCP http");
        assertThat(open.get(0).example())
                .hasToString("a pod of shop → a pod of lab with the port TCP 1 named http on TCP 1");
    }

    @Test
    void appliesIpBlocksToPodsOnlyWhereTheirAddressesAreKnown() {
        var egress = "policyTypes: [Egress]\negress: [{to: [{ipBlock: {cidr: 10.1.0.0/16}}]}]";
        var openings = openings(List.of(Policies.of("shop", "own", egress)));
        var lab = Area.namespace("lab");

        assertThat(openings.between(Area.namespace("shop"), lab).get(0).example())
                .hasToString("a pod of shop → a pod of lab with the address 10.1.0.0 on TCP 1");
        assertThat(openings.with(AddressSet.NONE).between(Area.namespace("shop"), lab))
                .isEmpty();
        assertThat(openings.with(AddressSet.of(Cidr.parse("10.2.0.0/16"))).between(Area.namespace("shop"), lab))
                .isEmpty();
    }

    @Test
    void comparesAddressesOutside() {
        var narrow = Policies.of("shop", "own", external("203.0.113.0/24"));
        var wide = Policies.of("shop", "own", external("203.0.113.0/24, except: [203.0.113.7/32]"));
        var outside = Area.at(AddressSet.ALL);
        var more = openings(List.of(narrow)).between(Area.namespace("shop"), outside);
        var less = openings(List.of(wide)).between(Area.namespace("shop"), outside);

        assertThat(more.get(0).beyond(less).orElseThrow()).hasToString("a pod of shop → 203.0.113.7 on TCP 443");
        assertThat(less.get(0).beyond(more)).isEmpty();
        assertThat(openings(List.of(narrow)).from(outside)).containsOnlyKeys("lab", "shop");
    }

    @Test
    void seesWhatOneSetOpensBeyondAnotherAsTheEvaluatorDoes() {
        int opened = 0;
        for (int seed = 0; seed < 300; seed++) {
            var before = PolicySets.of(seed);
            var policies = new ArrayList<>(before.policies());
            var other = PolicySets.of(seed + 10_000);
            policies.removeIf(policy -> policy.getMetadata().getNamespace().equals("t0-0"));
            policies.addAll(other.in("t0-0"));
            var then = Reachability.under(before.policies(), before.namespaces());
            var now = Reachability.under(policies, before.namespaces());
            var old = openings(before.policies(), before.namespaces());
            for (var opening :
                    openings(policies, before.namespaces()).between(Area.namespace("t0-0"), Area.namespace("t1-0"))) {
                var more = opening.beyond(old.between(Area.namespace("t0-0"), Area.namespace("t1-0")));
                more.ifPresent(found -> {
                    assertThat(allows(now, found)).as("%s", found).isTrue();
                    assertThat(allows(then, found)).as("%s", found).isFalse();
                });
                opened += more.isPresent() ? 1 : 0;
            }
        }
        assertThat(opened).isGreaterThan(50);
    }

    private static boolean allows(Reachability reachability, Connection connection) {
        return reachability
                .verdict(connection.source(), connection.destination(), connection.port())
                .allowed();
    }

    private static String external(String block) {
        return "policyTypes: [Egress]\negress: [{to: [{ipBlock: {cidr: " + block + "}}], ports: [{port: 443}]}]";
    }

    private static List<Opening> between(String shop, String lab) {
        return openings(List.of(Policies.of("shop", "own", shop), Policies.of("lab", "own", lab)))
                .between(Area.namespace("shop"), Area.namespace("lab"));
    }

    private static Openings openings(List<NetworkPolicy> policies) {
        return openings(policies, Map.of("shop", Map.of(), "lab", Map.of()));
    }

    private static Openings openings(List<NetworkPolicy> policies, Map<String, Map<String, String>> namespaces) {
        var builder = new Openings.Builder();
        namespaces.forEach((name, labels) -> builder.add(
                name,
                labels,
                policies.stream()
                        .filter(policy -> policy.getMetadata().getNamespace().equals(name))
                        .toList()));
        return builder.build(PODS);
    }
}
