package io.tenantry.cluster;

import static io.tenantry.cluster.Tenancy.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.cluster.server.ClusterException;
import io.tenantry.cluster.server.Connection;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

@ControlPlaneTest
class RefusalTest {
    private static final String SECRET = "a-secret-token";

    @Test
    void appliesNothingAsSomebodyWhoIsNotThePlatform(ControlPlane controlPlane) {
        assertRefused(Connection.usual().withKubeconfig(controlPlane.kubeconfig(Identity.user("jane"))), controlPlane)
                .hasMessageContaining("not allowed to manage tenants.tenantry.io");
    }

    @Test
    void saysWhichVerbResourceAndNamespaceIsForbidden(ControlPlane controlPlane) {
        var jane = Connection.usual().withKubeconfig(controlPlane.kubeconfig(Identity.user("jane")));
        var tenancy = new Tenancy(controlPlane, "platform-forbidden");
        try (var cluster = Cluster.connect(jane)) {
            assertThatThrownBy(() -> cluster.diff(tenancy.render(tenant("forbidden"))))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContainingAll("list configmaps", "namespace platform-forbidden", "jane");
        }
    }

    @Test
    void saysThatTheClientCertificateExpired(ControlPlane controlPlane) {
        assertRefused(
                        Connection.usual().withKubeconfig(controlPlane.expiredKubeconfig(Identity.ADMINISTRATOR)),
                        controlPlane)
                .hasMessageContaining("does not accept the credentials; the client certificate expired on ");
    }

    @Test
    void saysThatTheTokenIsNotAcceptedAndDoesNotShowIt(ControlPlane controlPlane) {
        assertRefused(Connection.usual().withKubeconfig(controlPlane.tokenKubeconfig(SECRET)), controlPlane)
                .hasMessageContaining("does not accept the credentials")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void saysThatTheServersCertificateIsNotFromTheAuthority(ControlPlane controlPlane) {
        assertRefused(
                        Connection.usual().withKubeconfig(controlPlane.foreignKubeconfig(Identity.ADMINISTRATOR)),
                        controlPlane)
                .hasMessageContaining("not from the authority that the kubeconfig names");
    }

    @Test
    void saysWhichContextsThereAre(ControlPlane controlPlane) {
        var kubeconfig = controlPlane.kubeconfig(Identity.ADMINISTRATOR);
        assertRefused(Connection.usual().withKubeconfig(kubeconfig).withContext("nowhere"), controlPlane)
                .hasMessageContaining("has no context nowhere; it has ");
    }

    @Test
    void saysThatTheKubeconfigIsMissing(ControlPlane controlPlane) {
        assertRefused(Connection.usual().withKubeconfig(Path.of("/nowhere/kubeconfig")), controlPlane)
                .hasMessage("kubeconfig /nowhere/kubeconfig does not exist");
    }

    @Test
    void saysThatTheServerIsUnreachable(ControlPlane controlPlane) throws Exception {
        var text = Files.readString(controlPlane.kubeconfig(Identity.ADMINISTRATOR));
        var elsewhere = Files.createTempFile("kubeconfig", "");
        Files.writeString(elsewhere, text.replace(controlPlane.url().toString(), "https://127.0.0.1:1"));
        assertRefused(Connection.usual().withKubeconfig(elsewhere), controlPlane)
                .hasMessage("cannot reach https://127.0.0.1:1: connection refused");
    }

    @Test
    void saysWhoIsChangingTheClusterAndTakesOverFromWhomeverIsGone(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-held");
        tenancy.apply(tenant("held"));
        var lease = """
            {"metadata": {"name": "tenantry"}, "spec": {"holderIdentity": "kim@laptop", "leaseDurationSeconds": 1,
            "acquireTime": "2020-01-01T00:00:00.000000Z", "renewTime": "2020-01-01T00:00:00.000000Z"}}\
            """;
        controlPlane
                .administrator()
                .send("POST", "/apis/coordination.k8s.io/v1/namespaces/platform-held/leases", "application/json", lease)
                .orFail();
        var waits = new CopyOnWriteArrayList<String>();
        try (var cluster = tenancy.cluster()) {
            var plan = cluster.planApply(tenancy.render(tenant("held", "podQuota: 9")), ApplyOptions.NONE);
            var outcome = cluster.execute(plan, new Progress() {
                @Override
                public void waiting(String what) {
                    waits.add(what);
                }
            });
            assertThat(outcome.failures()).isEmpty();
        }
        assertThat(waits).anyMatch(wait -> wait.contains("kim@laptop"));
    }

    @Test
    void doesNotExecuteAPlanThatAnotherRunMadeOld(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-old");
        try (var cluster = tenancy.cluster()) {
            var old = cluster.planApply(tenancy.render(tenant("old")), ApplyOptions.NONE);
            tenancy.apply(tenant("old"));

            assertThatThrownBy(() -> cluster.execute(old, Progress.SILENT))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("another run changed this cluster");
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            Connection connection, ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-refusals");
        return assertThatThrownBy(() -> {
                    try (var cluster = Cluster.connect(connection)) {
                        cluster.planApply(tenancy.render(tenant("nobody")), ApplyOptions.NONE);
                    }
                })
                .isInstanceOf(ClusterException.class)
                .hasMessageNotContaining("\n");
    }
}
