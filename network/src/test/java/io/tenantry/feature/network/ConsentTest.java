package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.problems;
import static io.tenantry.feature.network.Tenants.reaches;
import static io.tenantry.feature.network.Tenants.render;
import static io.tenantry.testkit.Documents.profile;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Source;
import io.tenantry.feature.network.reachability.Pod;
import io.tenantry.feature.network.reachability.Port;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One tenant opens another only by mutual declaration. */
class ConsentTest {
    private static final Source PROFILE = profile("apiServer: {addresses: [34.1.2.3], port: 443}");
    private static final Pod CLIENT = Pod.in("acme-prod", "client").withLabels(Map.of("app", "client"));
    private static final Pod SERVER = Pod.in("widgets", "server");

    @Test
    void refusesOneSideAlone() {
        assertThat(problems(asks("acme-prod"), tenant("widgets"), PROFILE))
                .containsExactly("NETWORK_NAMESPACE_REFUSED spec.namespaces[acme-prod].network.allowToNamespaces[0] is"
                        + " widgets of tenant widgets, which does not name acme-prod in allowFromNamespaces");
        assertThat(problems(
                        tenant("acme", "namespaces: [acme-prod]"), lets("allowFromNamespaces: [acme-prod]"), PROFILE))
                .containsExactly("NETWORK_NAMESPACE_REFUSED spec.network.allowFromNamespaces[0] is acme-prod of tenant"
                        + " acme, which does not name widgets in allowToNamespaces");
    }

    @Test
    void opensOneDirectionWhereBothSaySo() {
        var rendered = render(asks("acme-prod"), lets("allowFromNamespaces: [acme-prod]"), PROFILE);

        assertThat(reaches(rendered, CLIENT, SERVER, Port.tcp(443))).isTrue();
        assertThat(reaches(rendered, SERVER, CLIENT, Port.tcp(443))).isFalse();
        assertThat(reaches(rendered, Pod.in("acme-dev", "pod"), SERVER, Port.tcp(443)))
                .isFalse();
    }

    @Test
    void narrowsTheConsentToPods() {
        var lets = lets("allowFromPods: [{namespace: acme-prod, matchLabels: {app: client}}]");
        var rendered = render(asks("acme-prod"), lets, PROFILE);

        assertThat(reaches(rendered, CLIENT, SERVER, Port.tcp(443))).isTrue();
        assertThat(reaches(rendered, Pod.in("acme-prod", "other"), SERVER, Port.tcp(443)))
                .isFalse();
    }

    @Test
    void wantsTheConsentForEachNamespaceThatAsks() {
        var acme = tenant("acme", "namespaces: [acme-prod, acme-dev]", "network: {allowToNamespaces: [widgets]}");

        assertThat(problems(acme, lets("allowFromNamespaces: [acme-prod]"), PROFILE))
                .containsExactly("NETWORK_NAMESPACE_REFUSED spec.network.allowToNamespaces[0] is widgets of tenant"
                        + " widgets, which does not name acme-dev in allowFromNamespaces");
    }

    private static Source asks(String namespace) {
        return tenant(
                "acme", "namespaces: [acme-dev, {name: " + namespace + ", network: {allowToNamespaces: [widgets]}}]");
    }

    private static Source lets(String network) {
        return tenant("widgets", "network: {" + network + "}");
    }
}
