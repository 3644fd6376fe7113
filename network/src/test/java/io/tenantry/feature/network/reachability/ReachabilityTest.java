package io.tenantry.feature.network.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.feature.network.reachability.Decision.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachabilityTest {
    private static final Pod WEB = Pod.in("shop", "web").withLabels(Map.of("app", "web"));
    private static final Pod DB = Pod.in("shop", "db").withLabels(Map.of("app", "db"));
    private static final Pod SPY = Pod.in("other", "spy").withLabels(Map.of("app", "web"));
    private static final Port PORT = Port.tcp(5432);

    @Test
    void allowsEverythingToWhomNoPolicySelects() {
        var verdict = under().verdict(SPY, DB, PORT);

        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.ingress().reason()).isEqualTo(Reason.NOT_SELECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"policyTypes: [Ingress]", "podSelector: {}\npolicyTypes: [Ingress]\ningress: []"})
    void deniesWithoutRulesAndNamesThePolicies(String spec) {
        var verdict = under(spec).verdict(WEB, DB, PORT);

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.ingress()).isEqualTo(Decision.denied(List.of("shop/policy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingress: [{}]", "ingress: [{from: []}]", "ingress: [{ports: []}]"})
    void takesARuleThatNamesNobodyForAnyone(String spec) {
        assertThat(under(spec).verdict(Outside.of("203.0.113.9"), DB, PORT).allowed())
                .isTrue();
        assertThat(under(spec).verdict(SPY, DB, PORT).ingress().rule()).hasToString("shop/policy ingress[0]");
    }

    @Test
    void namesTheRuleAndThePeerThatAllow() {
        var verdict = under("""
                ingress:
                - ports: [{port: 1}]
                - from: [{ipBlock: {cidr: 10.0.0.0/8}}, {podSelector: {matchLabels: {app: web}}}]
                """).verdict(WEB, DB, PORT);

        assertThat(verdict.ingress().rule()).hasToString("shop/policy ingress[1].from[1]");
    }

    @Test
    void takesPodSelectorsAloneForTheOwnNamespace() {
        var reachability = under("ingress: [{from: [{podSelector: {}}]}]");

        assertThat(reachability.verdict(WEB, DB, PORT).allowed()).isTrue();
        assertThat(reachability.verdict(SPY, DB, PORT).allowed()).isFalse();
    }

    @Test
    void takesAnEmptyNamespaceSelectorForAllNamespaces() {
        assertThat(under("ingress: [{from: [{namespaceSelector: {}}]}]")
                        .verdict(SPY, DB, PORT)
                        .allowed())
                .isTrue();
    }

    @Test
    void wantsBothSelectorsOfOnePeerAndEitherOfTwo() {
        var one = "ingress: [{from: [{namespaceSelector: {matchLabels: {team: web}}, podSelector: {matchLabels:"
                + " {app: db}}}]}]";
        var two = "ingress: [{from: [{namespaceSelector: {matchLabels: {team: web}}}, {podSelector: {matchLabels:"
                + " {app: db}}}]}]";

        assertThat(under(one).verdict(WEB, DB, PORT).allowed()).isFalse();
        assertThat(under(two).verdict(WEB, DB, PORT).allowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NotIn, '[a, b]', true", "NotIn, '[web]', false", "In, '[web]', true"})
    void holdsNotInWhereTheValueIsAnother(String operator, String values, boolean allowed) {
        assertThat(under(expression("app", operator, values))
                        .verdict(WEB, DB, PORT)
                        .allowed())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"NotIn, '[web]', true", "In, '[web]', false", "Exists, '', false", "DoesNotExist, '', true"})
    void holdsNotInAndDoesNotExistWhereTheKeyIsAbsent(String operator, String values, boolean allowed) {
        assertThat(under(expression("absent", operator, values))
                        .verdict(WEB, DB, PORT)
                        .allowed())
                .isEqualTo(allowed);
    }

    @Test
    void ignoresRulesOfADirectionThatIsNotDeclared() {
        var reachability = under("policyTypes: [Ingress]\ningress: [{}]\negress: [{ports: [{port: 1}]}]");

        assertThat(reachability.verdict(DB, SPY, PORT).egress().reason()).isEqualTo(Reason.NOT_SELECTED);
    }

    @Test
    void declaresEgressByItsRulesWhenNoTypesAreThere() {
        assertThat(under("egress: [{ports: [{port: 1}]}]")
                        .verdict(DB, SPY, PORT)
                        .egress()
                        .reason())
                .isEqualTo(Reason.DENIED);
        assertThat(under("ingress: []").verdict(DB, SPY, PORT).egress().reason())
                .isEqualTo(Reason.NOT_SELECTED);
    }

    @Test
    void addsUpWhatSeveralPoliciesAllow() {
        var reachability = Reachability.under(
                List.of(
                        Policies.of("shop", "deny", "policyTypes: [Ingress]"),
                        Policies.of("shop", "db", "podSelector: {matchLabels: {app: db}}\ningress: [{}]")),
                Map.of());

        assertThat(reachability.verdict(SPY, DB, PORT).allowed()).isTrue();
        assertThat(reachability.verdict(SPY, WEB, PORT).allowed()).isFalse();
    }

    @Test
    void resolvesNamedPortsOnTheDestinationByNameAndProtocol() {
        var reachability = under("ingress: [{ports: [{port: pg}]}]");

        assertThat(reachability.verdict(WEB, DB.withPort("pg", PORT), PORT).allowed())
                .isTrue();
        assertThat(reachability.verdict(WEB.withPort("pg", PORT), DB, PORT).allowed())
                .isFalse();
        assertThat(reachability
                        .verdict(WEB, DB.withPort("pg", Port.udp(5432)), Port.udp(5432))
                        .allowed())
                .isFalse();
    }

    @Test
    void readsRangesAndProtocolsWithoutPort() {
        var reachability = under("ingress: [{ports: [{port: 8000, endPort: 8100}, {protocol: UDP}]}]");

        assertThat(reachability.verdict(WEB, DB, Port.tcp(8100)).allowed()).isTrue();
        assertThat(reachability.verdict(WEB, DB, Port.tcp(8101)).allowed()).isFalse();
        assertThat(reachability.verdict(WEB, DB, Port.udp(1)).allowed()).isTrue();
    }

    @Test
    void letsAPodReachItself() {
        assertThat(under("policyTypes: [Ingress, Egress]").verdict(DB, DB, PORT).allowed())
                .isTrue();
    }

    @Test
    void appliesIpBlocksToPodsOnlyInTheCautiousReading() {
        var reachability = under("ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}]");
        var near = SPY.withAddress("10.0.0.1");

        assertThat(reachability.verdict(near, DB, PORT).allowed()).isTrue();
        assertThat(reachability.verdict(SPY.withAddress("10.1.0.1"), DB, PORT).allowed())
                .isFalse();
        assertThat(reachability
                        .with(IpBlocks.REACH_OUTSIDE_ONLY)
                        .verdict(near, DB, PORT)
                        .allowed())
                .isFalse();
        assertThat(reachability
                        .with(IpBlocks.REACH_OUTSIDE_ONLY)
                        .verdict(Outside.of("10.0.0.1"), DB, PORT)
                        .allowed())
                .isTrue();
    }

    @Test
    void knowsNamespacesByTheNameThatTheServerSets() {
        var reachability = under(
                "ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name:" + " other}}}]}]");

        assertThat(reachability.verdict(SPY, DB, PORT).allowed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingress: [{from: [{}]}]",
                "ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]",
                "ingress: [{ports: [{port: 0}]}]",
                "ingress: [{ports: [{port: 9, endPort: 8}]}]",
                "ingress: [{ports: [{port: '80'}]}]",
                "ingress: [{ports: [{port: 80, protocol: ICMP}]}]",
                "podSelector: {matchExpressions: [{key: a, operator: Like, values: [b]}]}",
                "podSelector: {matchExpressions: [{key: a, operator: In}]}"
            })
    void refusesWhatTheServerWouldRefuse(String spec) {
        assertThatIllegalArgumentException().isThrownBy(() -> under(spec)).withMessageContaining("shop/policy");
    }

    private static String expression(String key, String operator, String values) {
        return "ingress: [{from: [{podSelector: {matchExpressions: [{key: %s, operator: %s%s}]}}]}]"
                .formatted(key, operator, values.isEmpty() ? "" : ", values: " + values);
    }

    private static Reachability under(String... specs) {
        var policies = List.of(specs).stream()
                .map(spec -> Policies.of("shop", "policy", spec))
                .toList();
        return Reachability.under(policies, Map.of("shop", Map.of("team", "web"), "other", Map.of()));
    }
}
