package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.acme;
import static io.tenantry.feature.network.Tenants.codes;
import static io.tenantry.feature.network.Tenants.render;
import static io.tenantry.feature.network.Tenants.sources;
import static io.tenantry.testkit.Documents.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Source;
import io.tenantry.feature.network.reachability.Direction;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/network.md, a row each. */
class SemanticsTableTest {
    private static final Source PROFILE =
            profile("apiServer: {addresses: [192.168.0.10], port: 6443}", "network: {wellKnownNamespaces: [vault]}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | false | []      |                                         |",
                "false | true  | []      | allowFromSameTenant                     |",
                "false | false | [vault] |                                         | NETWORK_GATE_CLOSED",
                "false | true  | [vault] | allowFromSameTenant                     | NETWORK_GATE_CLOSED",
                "true  | false | []      |                                         | NETWORK_OPENS_NOTHING",
                "true  | true  | []      | allowFromSameTenant                     |",
                "true  | true  | [vault] | allowFromSameTenant allowFromNamespaces |",
                "true  | false | [vault] | allowFromNamespaces                     |",
            })
    void ingress(String gate, String own, String list, String rules, String problem) {
        judge(
                "ingressEnabled: %s, allowFromSameTenant: %s, allowFromNamespaces: %s, allowToKubernetesApi: false"
                        .formatted(gate, own, list),
                Direction.INGRESS,
                rules,
                problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | false | []      |                                     |",
                "false | true  | []      | allowToSameTenant                   |",
                "false | false | [vault] |                                     | NETWORK_GATE_CLOSED",
                "false | true  | [vault] | allowToSameTenant                   | NETWORK_GATE_CLOSED",
                "true  | false | []      |                                     | NETWORK_OPENS_NOTHING",
                "true  | true  | []      | allowToSameTenant                   |",
                "true  | true  | [vault] | allowToSameTenant allowToNamespaces |",
                "true  | false | [vault] | allowToNamespaces                   |",
            })
    void egress(String gate, String own, String list, String rules, String problem) {
        judge(
                "egressEnabled: %s, allowToSameTenant: %s, allowToNamespaces: %s, allowToKubernetesApi: false"
                        .formatted(gate, own, list),
                Direction.EGRESS,
                rules,
                problem);
    }

    private static void judge(String network, Direction direction, String rules, String problem) {
        var expected = problem == null ? List.of() : List.of(problem);
        var standard = acme("network: {" + network + "}");
        assertThat(codes(standard, PROFILE)).isEqualTo(expected);
        assertThat(sources(render(standard, PROFILE), "acme-prod", direction))
                .isEqualTo(rules == null ? List.of() : List.of(rules.split(" ")));

        var strict = acme("isolationLevel: strict", "network: {" + network + "}");
        assertThat(codes(strict, PROFILE)).isEqualTo(expected);
        assertThat(Tenants.isValid(strict, PROFILE)).isEqualTo(expected.isEmpty());
    }
}
