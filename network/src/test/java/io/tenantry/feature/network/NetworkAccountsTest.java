package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.account;
import static io.tenantry.feature.network.Tenants.acme;
import static io.tenantry.feature.network.Tenants.codes;
import static io.tenantry.feature.network.Tenants.render;
import static io.tenantry.testkit.Documents.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Source;
import io.tenantry.manifest.Account;
import io.tenantry.spi.Mechanism;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code tenantry explain} says of the section. */
class NetworkAccountsTest {
    private static final Source PROFILE = profile(
            "apiServer: {addresses: [34.1.2.3], port: 443}",
            "network: {ingressController: {namespace: ingress-nginx}, wellKnownNamespaces: [vault]}");

    @Test
    void everyParameterRestsOnTheNetworkPlugin() {
        var rendered = render(
                acme("network: {allowFromNamespaces: [vault], allowToNamespaces: [vault], allowToExternal: true,"
                        + " allowedExternalCIDRs: [1.1.1.1/32], allowFromExternalCIDRs: [1.1.1.1/32], allowedPorts: [80],"
                        + " blockedPorts: [22], allowFromPods: [{matchLabels: {app: web}}],"
                        + " allowFromIngressController: true, allowToKubernetesApi: true, dnsIsolation: false}"),
                PROFILE);

        assertThat(rendered.accounts(rendered.tenants().get(0)))
                .filteredOn(account -> account.path().startsWith("spec.network."))
                .hasSize(Network.class.getRecordComponents().length - 1)
                .allSatisfy(account -> assertThat(account.enforcedBy())
                        .as(account.path())
                        .hasSize(2)
                        .allMatch(by -> by.mechanism() == Mechanism.NETWORK_PLUGIN
                                && by.object().startsWith("networking.k8s.io/v1/NetworkPolicy/acme-")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec.network.networkIsolation | tenant-acme-default-deny",
                "spec.network.allowFromSameTenant | tenant-acme",
                "spec.network.allowToDns | tenant-acme-dns",
            })
    void namesThePolicyThatMakesAParameterTrue(String path, String policy) {
        assertThat(account(render(acme(), PROFILE), path).enforcedBy())
                .extracting(Account.EnforcedBy::object)
                .containsExactly(
                        "networking.k8s.io/v1/NetworkPolicy/acme-dev/" + policy,
                        "networking.k8s.io/v1/NetworkPolicy/acme-prod/" + policy);
    }

    @Test
    void closedGatesRestOnWhatIsDenied() {
        var rendered = render(
                acme("network: {allowFromSameTenant: false, allowToSameTenant: false, allowToDns: false,"
                        + " ingressEnabled: false, egressEnabled: false}"),
                PROFILE);

        assertThat(account(rendered, "spec.network.allowToDns").enforcedBy())
                .allMatch(by -> by.object().endsWith("/tenant-acme-default-deny"));
    }

    @Test
    void saysWhichGateIsClosedAboveAValue() {
        var rendered = render(acme("network: {ingressEnabled: false, allowFromNamespaces: [vault]}"), PROFILE);

        var account = account(rendered, "spec.network.allowFromNamespaces");
        assertThat(account.enforced()).isFalse();
        assertThat(account.reason()).isEqualTo("ingressEnabled is false");
    }

    @Test
    void saysThatNothingIsEnforcedWhereIsolationIsOff() {
        var rendered = render(acme("networkIsolation: false"), PROFILE);

        assertThat(account(rendered, "spec.networkIsolation").reason())
                .isEqualTo("networkIsolation is false, so nothing keeps this namespace apart");
        assertThat(account(rendered, "spec.network.allowToDns").enforced()).isFalse();
    }

    @Test
    void findsNothingWrongWithTheDefaultsOfAnyLevel() {
        for (var level : new String[] {"strict", "standard", "permissive"}) {
            assertThat(codes(acme("isolationLevel: " + level), PROFILE)).isEmpty();
        }
    }
}
