package io.tenantry.feature.network.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.ClusterProfile;
import io.tenantry.ClusterProfileBuilder;
import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.feature.network.Network;
import io.tenantry.feature.network.NetworkContributor;
import io.tenantry.feature.network.matrix.Edge.Ground;
import io.tenantry.feature.network.matrix.Node.Kind;
import io.tenantry.feature.network.proof.RenderedNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final Tenantry TENANTRY = Tenantry.of(new NetworkContributor());
    private static final Tenant SHOP =
            Tenant.named("shop").namespace("shop-prod").namespace("shop-dev").build();
    private static final Tenant LAB = Tenant.named("lab").build();
    private static final Tenant OPEN = Tenant.named("open")
            .with(Network.of(network -> network.networkIsolation(false)))
            .build();

    @Test
    void listsTenantsThenThePlatformThenTheWorld() {
        var matrix = matrix(SHOP, LAB);

        assertThat(matrix.nodes())
                .extracting(Node::id)
                .containsExactly("lab", "shop-dev", "shop-prod", "kube-system", "@private", "@internet", "@metadata");
        assertThat(matrix.nodes().get(1)).isEqualTo(new Node("shop-dev", Kind.NAMESPACE, "shop"));
    }

    @Test
    void namesTheRulesAndParametersOfBothSides() {
        assertThat(edge(matrix(SHOP, LAB), "shop-dev", "shop-prod").decidedBy())
                .containsExactly(
                        new Ground("shop-dev/tenant-shop", "egress[0].to[0]", "network.allowToSameTenant"),
                        new Ground("shop-prod/tenant-shop", "ingress[0].from[0]", "network.allowFromSameTenant"));
    }

    @Test
    void opensNothingToTheWorldUnlessAsked() {
        var closed = matrix(SHOP);
        var open = matrix(OPEN);

        assertThat(closed.edges()).extracting(Edge::to).doesNotContain("@internet", "@metadata", "@private");
        assertThat(edge(open, "open", "@metadata").decidedBy())
                .containsExactly(new Ground("", "no policy for egress", "network.networkIsolation"));
        assertThat(edge(open, "@internet", "open").ports()).isEqualTo("all");
    }

    @Test
    void knowsTheClustersOwnAddresses() {
        var profile = ClusterProfileBuilder.builder()
                .podCIDRs(List.of("10.244.0.0/16"))
                .nodeCIDRs(List.of("192.168.0.0/24"))
                .apiServer(new ClusterProfile.ApiServer(List.of("192.168.0.10"), 6443))
                .build();
        var matrix = Matrix.of(RenderedNetwork.of(TENANTRY.render(Input.of(LAB).on(profile))));

        assertThat(matrix.nodes())
                .extracting(Node::id)
                .containsSubsequence("kube-system", "@kubernetes-api", "@nodes-and-services", "@private");
    }

    @Test
    void isTheSameWhateverTheOrder() {
        assertThat(matrix(SHOP, LAB, OPEN).edges())
                .isEqualTo(matrix(OPEN, LAB, SHOP).edges());
    }

    @Test
    void comparesByWhatCanBeReached() {
        var before = matrix(Tenant.named("shop")
                .with(Network.of(network -> network.allowFromSameTenant(false).allowToDns(false)))
                .build());
        var after = matrix(Tenant.named("shop").build());
        var diff = after.against(before);

        assertThat(diff.opens())
                .extracting(edge -> edge.from() + " " + edge.to() + " " + edge.ports())
                .containsExactly("shop shop all", "shop kube-system TCP 53 UDP 53");
        assertThat(diff.closes()).isEmpty();
        assertThat(before.against(after).closes()).hasSize(2);
        assertThat(after.against(matrix(Tenant.named("shop").build())).opens()).isEmpty();
    }

    private static Matrix matrix(Tenant... tenants) {
        return Matrix.of(RenderedNetwork.of(TENANTRY.render(Input.of(tenants))));
    }

    private static Edge edge(Matrix matrix, String from, String to) {
        return matrix.edges().stream()
                .filter(edge -> edge.from().equals(from) && edge.to().equals(to))
                .findFirst()
                .orElseThrow();
    }
}
