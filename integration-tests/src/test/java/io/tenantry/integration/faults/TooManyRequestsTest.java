package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Identity;
import org.junit.jupiter.api.Test;

/** A server that has no room for more than one request at a time answers 429 with Retry-After. */
@ControlPlaneTest(
        apiServer = {
            "--enable-priority-and-fairness=false",
            "--max-requests-inflight=2",
            "--max-mutating-requests-inflight=1"
        })
class TooManyRequestsTest {
    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final String REFUSED = "apiserver_request_total{code=\"429\"";

    @Test
    void areMadeAgain(ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        administrator
                .apply(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName("platform")
                        .endMetadata()
                        .withNewRoleRef(GROUP, "ClusterRole", "cluster-admin")
                        .addNewSubject(GROUP, "User", "platform", null)
                        .build())
                .orFail();
        var documents = Platform.tenant("patient");
        var platform = Platform.as(Identity.user("platform"), controlPlane);

        assertThat(platform.apply(documents).failures()).isEmpty();

        assertThat(administrator.get("/metrics").text()).contains(REFUSED);
        platform.assertComplete(documents);
    }
}
