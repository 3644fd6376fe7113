package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.acme;
import static io.tenantry.testkit.Documents.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.validation.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network: {dns: nodelocal} | NETWORK_PROFILE_DNS spec.network.dns is nodelocal but clusterDNS is empty, and pods ask that address",
                "network: {dns: custom} | NETWORK_PROFILE_DNS spec.network.dns is custom but customDNS is missing",
                "network: {customDNS: {namespace: dns}} | NETWORK_PROFILE_DNS spec.network.customDNS is written but dns is not custom",
                "network: {dns: custom, customDNS: {port: 53}} | NETWORK_PROFILE_DNS spec.network.customDNS names no server",
                "network: {dns: custom, customDNS: {addresses: [10.0.0.53], podLabels: {a: b}}} | NETWORK_PROFILE_DNS spec.network.customDNS.podLabels is written without the namespace of the pods",
                "network: {clusterDNS: [x]} | NETWORK_PROFILE_ADDRESS spec.network.clusterDNS[0] is x but must be an address or a block",
                "network: {dnsIsolation: {means: resolver}} | NETWORK_PROFILE_DNS spec.network.dnsIsolation has means resolver but no namespace",
                "network: {dnsIsolation: {means: plugin, port: 53}} | NETWORK_PROFILE_DNS spec.network.dnsIsolation has means plugin, which has no servers of its own",
                "network: {monitoring: {namespace: UPPER}} | NETWORK_NAMESPACE_NAME spec.network.monitoring.namespace is \"UPPER\" but must be a DNS label",
                "network: {ingressController: {namespace: a, ports: [99999]}} | NETWORK_PORT spec.network.ingressController.ports[0] is \"99999\" but must be between 1 and 65535",
                "network: {ingressController: {namespace: a, podLabels: {'-': b}}} | NETWORK_LABEL spec.network.ingressController.podLabels.- is \"-\" but must be a name, after an optional prefix and /",
                "network: {wellKnownNamespaces: [a, B]} | NETWORK_NAMESPACE_NAME spec.network.wellKnownNamespaces[1] is \"B\" but must be a DNS label",
            })
    void saysWhatIsWrong(String spec, String problem) {
        assertThat(Tenants.problems(acme("network: {allowToKubernetesApi: false}"), profile(spec)))
                .containsExactly(problem);
    }

    @Test
    void saysWhere() {
        var input =
                Input.of(acme("isolationLevel: strict"), profile("podCIDRs:", "- 10.244.0.0/16", "- 10.244.0.1/32x"));

        assertThat(Tenants.TENANTRY.validate(input).problems())
                .singleElement()
                .extracting(problem -> problem.location())
                .extracting(Location::file, Location::line, Location::column)
                .containsExactly("default.yaml", 7, 5);
    }
}
