package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.acme;
import static io.tenantry.testkit.Documents.profile;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkProblemsTest {
    private static final Source PROFILE = profile(
            "podCIDRs: [10.244.0.0/16, 'fd00:10:244::/56']",
            "serviceCIDRs: [10.96.0.0/12]",
            "nodeCIDRs: [192.168.0.0/24]",
            "apiServer: {addresses: [34.1.2.3], port: 443}",
            "network: {wellKnownNamespaces: [vault]}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3/8 | NETWORK_CIDR | is 10.1.2.3/8 but must have no bits set behind the prefix"
                        + " | write 10.0.0.0/8 for the whole block, or 10.1.2.3/32 for this one address",
                "'::ffff:198.51.99.1/128' | NETWORK_CIDR"
                        + " | is ::ffff:198.51.99.1/128 but must be IPv4, not IPv4 mapped into IPv6 | write 198.51.99.1/32",
                "198.051.99.0/24 | NETWORK_CIDR | is 198.051.99.0/24 but must be written without leading zeros,"
                        + " which some programs read as octal | remove them",
                "example.com | NETWORK_CIDR | is example.com but must be an address or a block"
                        + " | write it like 203.0.113.0/24 or 2001:db8::/32",
                "10.244.7.0/24 | NETWORK_CIDR_CLUSTER | is 10.244.7.0/24, which is inside the cluster"
                        + " | name namespaces or pods instead of addresses",
                "10.0.0.0/8 | NETWORK_CIDR_CLUSTER"
                        + " | is 10.0.0.0/8, which has the cluster's 10.244.0.0/16, 10.96.0.0/12 in it"
                        + " | name blocks beside it; for all of the internet leave the list empty",
                "34.1.2.3/32 | NETWORK_CIDR_CLUSTER | is 34.1.2.3/32, which is inside the cluster"
                        + " | name namespaces or pods instead of addresses",
                "169.254.169.254/32 | NETWORK_CIDR_METADATA | is 169.254.169.254/32,"
                        + " where metadata services give out the credentials of nodes | remove it",
                "'64:ff9b::a9fe:a9fe/128' | NETWORK_CIDR_METADATA | is 64:ff9b::a9fe:a9fe/128,"
                        + " where metadata services give out the credentials of nodes | remove it",
                "'fd00:ec2::254/128' | NETWORK_CIDR_METADATA | is fd00:ec2::254/128,"
                        + " where metadata services give out the credentials of nodes | remove it",
            })
    void refusesBlocksThatReachWhatTheyMustNot(String block, String code, String message, String fix) {
        var found = all(acme("network: {allowToExternal: true, allowedExternalCIDRs: ['" + block + "']}"), PROFILE);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).code()).isEqualTo(code);
        assertThat(found.get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(found.get(0).path()).isEqualTo("spec.network.allowedExternalCIDRs[0]");
        assertThat(found.get(0).message()).isEqualTo(message);
        assertThat(found.get(0).fix()).isEqualTo(fix);
    }

    @Test
    void takesMetadataServicesOutOfLargerBlocksAndSaysSo() {
        var source = acme("network: {allowToExternal: true, allowedExternalCIDRs: [169.0.0.0/8]}");

        assertThat(Tenants.problems(source, PROFILE))
                .containsExactly("NETWORK_CIDR_CUT spec.network.allowedExternalCIDRs[0] is 169.0.0.0/8, of which"
                        + " 169.254.0.0/16 stays closed, for metadata services give out the credentials of nodes");
        assertThat(Openings.of(source, PROFILE)).noneMatch(opening -> opening.contains("metadata"));
    }

    @Test
    void warnsOfPrivateBlocksWhereNobodySaysWhichThePodsHave() {
        var silent = profile("apiServer: {addresses: [34.1.2.3], port: 443}");

        assertThat(Tenants.problems(
                        acme("network: {allowToExternal: true, allowedExternalCIDRs: [10.0.0.0/8],"
                                + " allowFromExternalCIDRs: [10.0.0.0/8, 198.51.99.0/24]}"),
                        silent))
                .containsExactly(
                        "NETWORK_CIDR_UNCHECKED spec.network.allowedExternalCIDRs[0] is 10.0.0.0/8, and the cluster"
                                + " profile does not say whether pods have such addresses",
                        "NETWORK_CIDR_UNCHECKED spec.network.allowFromExternalCIDRs[0] is 10.0.0.0/8, and the cluster"
                                + " profile does not say whether pods have such addresses");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allowedPorts: [0] | NETWORK_PORT spec.network.allowedPorts[0] is \"0\" but must be between 1 and 65535",
                "allowedPorts: [80, 65536] | NETWORK_PORT spec.network.allowedPorts[1] is \"65536\" but must be between 1 and 65535",
                "allowedPorts: [-1] | NETWORK_PORT spec.network.allowedPorts[0] is \"-1\" but must be between 1 and 65535",
                "allowedPorts: [90-80] | NETWORK_PORT spec.network.allowedPorts[0] is \"90-80\" but must begin with its least port",
                "allowedPorts: [{port: 90, endPort: 80}] | NETWORK_PORT spec.network.allowedPorts[0] is \"90-80\" but must begin with its least port",
                "allowedPorts: [{port: 80-90, endPort: 95}] | NETWORK_PORT spec.network.allowedPorts[0] is \"80-90-95\" but must have one end",
                "allowedPorts: [{port: http, endPort: 80}] | NETWORK_PORT spec.network.allowedPorts[0] is \"http-80\" but must be a number where endPort ends a range",
                "allowedPorts: [{port: 53/UDP, protocol: TCP}] | NETWORK_PORT spec.network.allowedPorts[0] is \"53/UDP/TCP\" but must have one protocol",
                "allowedPorts: [53/udp] | NETWORK_PORT spec.network.allowedPorts[0] is \"53/udp\" but must have the protocol TCP, UDP or SCTP",
                "allowedPorts: [HTTP] | NETWORK_PORT spec.network.allowedPorts[0] is \"HTTP\" but must be a number, a range or the name of a port",
                "allowedPorts: [a--b] | NETWORK_PORT spec.network.allowedPorts[0] is \"a--b\" but must be a number, a range or the name of a port",
                "blockedPorts: [http] | NETWORK_PORT_NAMED spec.network.blockedPorts[0] is the name http, which cannot be taken out of a range of numbers",
                "allowedPorts: [http], blockedPorts: [22] | NETWORK_PORT_NAMED spec.network.allowedPorts[0] is the name http, which cannot be told from blockedPorts",
                "allowedPorts: [http], allowToExternal: true | NETWORK_PORT_NAMED spec.network.allowedPorts[0] is the name http, which means nothing outside of the cluster",
                "allowedPorts: [80, 443], blockedPorts: [1-65535/TCP] | NETWORK_PORTS_NONE spec.network.blockedPorts leaves nothing of allowedPorts, so no rule but DNS and the platform's is left",
                "blockedPorts: [1-65535] | NETWORK_PORTS_NONE spec.network.blockedPorts leaves nothing of all ports, so no rule but DNS and the platform's is left",
                "allowedExternalCIDRs: [198.51.99.0/24] | NETWORK_EXTERNAL_CLOSED spec.network.allowedExternalCIDRs names addresses but allowToExternal is false",
                "allowFromPods: [{namespace: vault}] | NETWORK_PODS_ALL spec.network.allowFromPods[0] selects every pod of vault",
                "allowFromPods: [{matchLabels: {app: 'a b'}}] | NETWORK_LABEL spec.network.allowFromPods[0].matchLabels.app is \"a b\" but must be a label value",
                "allowFromPods: [{matchExpressions: [{key: app, operator: Exists, values: [a]}]}] | NETWORK_LABEL spec.network.allowFromPods[0].matchExpressions[0] has the operator Exists and 1 values",
                "allowFromNamespaces: [vaalt] | NETWORK_NAMESPACE_UNKNOWN spec.network.allowFromNamespaces[0] is vaalt, which is no namespace of the tenants read and none of the cluster profile",
                "allowToNamespaces: [kube-system] | NETWORK_NAMESPACE_UNKNOWN spec.network.allowToNamespaces[0] is kube-system, which is no namespace of the tenants read and none of the cluster profile",
                "allowToNamespaces: [Vault] | NETWORK_NAMESPACE_NAME spec.network.allowToNamespaces[0] is \"Vault\" but must be a DNS label",
                "dnsIsolation: true | NETWORK_DNS_MEANS spec.network.dnsIsolation is true but the cluster profile declares no means, and a NetworkPolicy does not see names",
                "allowFromMonitoring: true | NETWORK_PEER_UNKNOWN spec.network.allowFromMonitoring is true but the cluster profile has no network.monitoring",
                "allowFromIngressController: true | NETWORK_PEER_UNKNOWN spec.network.allowFromIngressController is true but the cluster profile has no network.ingressController",
                "policyTypes: [] | NETWORK_POLICY_TYPES spec.network.policyTypes is empty but must name Ingress and Egress",
                "policyTypes: [Ingress] | NETWORK_POLICY_TYPES spec.network.policyTypes leaves Egress out, so everything may be reached",
                "networkIsolation: false, allowedPorts: [80] | NETWORK_OFF_SECTION spec.network.networkIsolation is false but the section says allowedPorts, which nothing would hold",
            })
    void saysWhatIsWrong(String network, String problem) {
        assertThat(Tenants.problems(acme("network: {" + network + "}"), PROFILE))
                .containsExactly(problem);
    }

    @Test
    void keepsTheNamespacesThatTheProfileNamesFromTenants() {
        assertThat(Tenants.codes(tenant("vault"), PROFILE)).containsExactly("NAMESPACE_OF_SYSTEM");
    }

    @Test
    void refusesToSwitchOffUnderStrict() {
        assertThat(Tenants.problems(acme("isolationLevel: strict", "networkIsolation: false"), PROFILE))
                .containsExactly("NETWORK_OFF_STRICT spec.networkIsolation is false but isolationLevel is strict");
    }

    @Test
    void refusesRangesWhereThePluginIgnoresThem() {
        var profile = profile("apiServer: {addresses: [34.1.2.3], port: 443}", "network: {endPort: false}");

        assertThat(Tenants.codes(acme("network: {allowedPorts: [80, 443/UDP]}"), profile))
                .isEmpty();
        assertThat(Tenants.codes(acme("network: {allowedPorts: [80-90]}"), profile))
                .containsExactly("NETWORK_PORT_RANGE");
        assertThat(Tenants.codes(acme("network: {blockedPorts: [22]}"), profile))
                .containsExactly("NETWORK_PORT_RANGE");
    }

    @Test
    void asksForTheApiServersAddress() {
        assertThat(all(acme())).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("NETWORK_API_UNKNOWN");
            assertThat(problem.path()).isEqualTo("spec.network.allowToKubernetesApi");
            assertThat(problem.severity()).isEqualTo(Severity.NOTICE);
            assertThat(problem.fix()).isEqualTo("write apiServer: {addresses: [...], port: 6443} in the profile");
        });
        assertThat(all(acme("network: {allowToKubernetesApi: true}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Severity.ERROR));
        assertThat(all(acme("isolationLevel: strict"))).isEmpty();
        assertThat(all(acme("network: {allowToKubernetesApi: false}"))).isEmpty();
    }

    @Test
    void letsANamespaceCloseWhatItsTenantOpens() {
        var source = tenant(
                "acme",
                "network: {allowFromNamespaces: [vault]}",
                "namespaces: [acme-prod, {name: acme-dev, ingressEnabled: false}]");

        assertThat(Tenants.problems(source, PROFILE)).isEmpty();
        assertThat(Tenants.account(Tenants.render(source, PROFILE), "spec.network.allowFromNamespaces")
                        .reason())
                .contains("nothing makes it true in acme-dev");
    }

    @Test
    void reportsEverythingAtOnceWithPlaceAndFix() {
        var source = Source.ofString("acme.yaml", """
                apiVersion: tenantry.io/v1alpha1
                kind: Tenant
                metadata: {name: acme}
                spec:
                  isolationLevel: strict
                  network:
                    allowFromNamespaces: [nobody]
                    allowedExternalCIDRs:
                    - 10.1.2.3/8
                    allowedPorts: [0, 80-70]
                  namespaces:
                  - name: acme-prod
                    network: {blockedPorts: [70000]}
                  - acme-dev
                """);

        assertThat(all(source, PROFILE))
                .extracting(problem -> place(problem) + " " + problem.code() + "; " + problem.fix())
                .containsExactly(
                        "7:26 NETWORK_GATE_CLOSED; write ingressEnabled: true, or remove it",
                        "7:27 NETWORK_NAMESPACE_UNKNOWN; pass the file of the tenant that has it too, or add it to"
                                + " network.wellKnownNamespaces of the profile",
                        "9:5 NETWORK_EXTERNAL_CLOSED; write allowToExternal: true, which the list narrows, or remove the"
                                + " list",
                        "9:5 NETWORK_GATE_CLOSED; write egressEnabled: true, or remove it",
                        "9:7 NETWORK_CIDR; write 10.0.0.0/8 for the whole block, or 10.1.2.3/32 for this one address",
                        "10:20 NETWORK_PORT; write a port within it",
                        "10:23 NETWORK_PORT; write 70-80",
                        "13:30 NETWORK_PORT; write a port within it");
    }

    private static List<Problem> all(Source... sources) {
        return Tenants.TENANTRY.validate(Input.of(sources)).problems();
    }

    private static String place(Problem problem) {
        var location = Objects.requireNonNull(problem.location());
        return location.line() + ":" + location.column();
    }
}
