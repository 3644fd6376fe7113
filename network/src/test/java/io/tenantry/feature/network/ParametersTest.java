package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.acme;
import static io.tenantry.testkit.Documents.profile;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Source;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each parameter opens what it says and nothing else: what is open with it, without what is open when it is off. */
class ParametersTest {
    private static final String CLOSED = "allowFromSameTenant: false, allowToSameTenant: false, allowToDns: false";
    private static final Source PROFILE = profile(
            "podCIDRs: [10.244.0.0/16]",
            "nodeCIDRs: [192.168.0.0/24]",
            "apiServer: {addresses: [192.168.0.10], port: 6443}",
            "network: {ingressController: {namespace: ingress-nginx, ports: [80, http]},"
                    + " monitoring: {namespace: monitoring}, wellKnownNamespaces: [vault]}");

    @Test
    void nothingIsOpenWithoutAParameter() {
        assertThat(open(CLOSED)).isEmpty();
        assertThat(open(CLOSED + ", ingressEnabled: false, egressEnabled: false"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allowFromSameTenant: true | from acme-dev all; from acme-prod all; from acme-prod app=web all",
                "allowToSameTenant: true | to acme-dev all; to acme-prod all; to acme-prod app=web all",
                "allowToDns: true | to coredns UDP 53",
                "ingressEnabled: true, allowFromNamespaces: [vault] | from vault all; from vault app=web all",
                "ingressEnabled: true, allowFromNamespaces: [acme-dev] | from acme-dev all",
                "ingressEnabled: true, allowFromPods: [{matchLabels: {app: web}}] | from acme-prod app=web all",
                "ingressEnabled: true, allowFromPods: [{namespace: vault, matchLabels: {app: web}}] | from vault app=web all",
                "ingressEnabled: true, allowFromPods: [{matchExpressions: [{key: app, operator: DoesNotExist}]}] | from acme-prod all",
                "ingressEnabled: true, allowFromExternalCIDRs: [1.0.0.0/8] | from internet all",
                "ingressEnabled: true, allowFromExternalCIDRs: ['2606::/16'] | from internet6 all",
                "ingressEnabled: true, allowFromExternalCIDRs: [172.16.0.0/12] | from corporate all",
                "ingressEnabled: true, allowFromIngressController: true | from ingress-nginx TCP 80, TCP 8080",
                "ingressEnabled: true, allowFromMonitoring: true | from monitoring all",
                "egressEnabled: true, allowToNamespaces: [vault] | to vault all; to vault app=web all",
                "egressEnabled: true, allowToExternal: true | to internet all; to internet6 all",
                "egressEnabled: true, allowToExternal: true, allowedExternalCIDRs: [1.1.1.1/32] | to internet all",
                "egressEnabled: true, allowToExternal: true, allowedExternalCIDRs: [172.20.0.0/16] | to corporate all",
                "egressEnabled: true, allowToKubernetesApi: true | to api server TCP 6443",
            })
    void opensWhatItSaysAndNothingElse(String parameters, String openings) {
        var others = CLOSED.replaceAll(key(parameters) + ": false(, )?", "");
        assertThat(open(parameters + ", " + others)).isEqualTo(new TreeSet<>(Set.of(openings.split("; "))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allowedPorts: [80] | TCP 80",
                "allowedPorts: [80/UDP, 22] | TCP 22, UDP 80",
                "allowedPorts: ['50-90', {port: 50, endPort: 90, protocol: UDP}] | TCP 80, UDP 53, UDP 80",
                "allowedPorts: [http] | TCP 8080",
                "blockedPorts: [22, 80/UDP, 6000-9000] | TCP 80, UDP 53",
                "allowedPorts: [22, 80], blockedPorts: [22] | TCP 80",
            })
    void portsNarrowEveryRuleOfTheTenant(String ports, String open) {
        assertThat(open("allowFromSameTenant: true, allowToSameTenant: false, allowToDns: false, " + ports))
                .containsExactly("from acme-dev " + open, "from acme-prod " + open, "from acme-prod app=web " + open);
    }

    @Test
    void portsDoNotNarrowDnsAndThePlatform() {
        var network = "allowedPorts: [22], allowFromSameTenant: false, allowToSameTenant: false";

        assertThat(Openings.of(acme("network: {" + network + "}"), tenant("widgets"), PROFILE))
                .containsExactly(
                        "from ingress-nginx TCP 80, TCP 8080",
                        "from monitoring all",
                        "to api server TCP 6443",
                        "to coredns UDP 53");
    }

    @Test
    void namedPortsAreThoseOfTheCalledPod() {
        assertThat(open("allowFromSameTenant: false, allowToDns: false, allowedPorts: [http]"))
                .containsExactly("to acme-dev TCP 80");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strict | ",
                "standard | from ingress-nginx TCP 80, TCP 8080; from monitoring all; to api server TCP 6443",
                "permissive | from ingress-nginx TCP 80, TCP 8080; from monitoring all; to api server TCP 6443;"
                        + " to internet all; to internet6 all",
            })
    void levelsOpenOwnTenantAndDnsAndMoreAsTheyGrow(String level, String more) {
        var always = Stream.of("acme-dev", "acme-prod", "acme-prod app=web")
                .flatMap(own -> Stream.of("from " + own + " all", "to " + own + " all"));
        var expected = new TreeSet<>(
                Stream.concat(always, Stream.of("to coredns UDP 53")).toList());
        if (more != null) {
            expected.addAll(Set.of(more.split("; +")));
        }
        assertThat(Openings.of(acme("isolationLevel: " + level), tenant("widgets"), PROFILE))
                .isEqualTo(expected);
    }

    @Test
    void worldIngressIsNeverTheClusterItself() {
        assertThat(open(CLOSED + ", ingressEnabled: true, allowFromExternalCIDRs: [0.0.0.0/0]"))
                .containsExactly("from internet all");
    }

    @Test
    void nat64OpensTheInternetOfIpv4ButNotWhatIsClosedInIt() {
        var profile = profile("network: {nat64: true}");

        assertThat(Openings.of(
                        acme(
                                "isolationLevel: strict",
                                "network: {" + CLOSED + ", egressEnabled: true, allowToExternal: true}"),
                        profile))
                .containsExactly("to internet all", "to internet6 all", "to nat64 all");
    }

    private static Set<String> open(String parameters) {
        return Openings.of(acme("isolationLevel: strict", "network: {" + parameters + "}"), tenant("widgets"), PROFILE);
    }

    private static String key(String parameters) {
        return parameters.substring(0, parameters.indexOf(':'));
    }
}
