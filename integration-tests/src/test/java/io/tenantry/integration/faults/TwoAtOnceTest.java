package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cluster.server.ClusterException;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ControlPlaneTest
class TwoAtOnceTest {

    static LongStream seeds() {
        return Seeds.all();
    }

    /** Both want one tenant alike; each wants another one too. */
    @ParameterizedTest
    @MethodSource("seeds")
    void neverMix(long seed, ControlPlane controlPlane) {
        var platform = Platform.of(controlPlane);
        var common = Platform.tenant("common-" + seed);
        var one = common + Platform.tenant("one-" + seed);
        var other = common + Platform.tenant("other-" + seed);

        var first = CompletableFuture.supplyAsync(() -> applied(platform, one));
        var second = CompletableFuture.supplyAsync(() -> applied(platform, other));

        assertThat(first.join() || second.join()).isTrue();
        assertThat(platform.apply(one).failures()).isEmpty();
        assertThat(platform.apply(other).failures()).isEmpty();
        platform.assertComplete(one);
        platform.assertComplete(other);
    }

    /** A run that finds that another one changed the cluster after it had planned says so. */
    private static boolean applied(Platform platform, String documents) {
        try {
            return platform.apply(documents).succeeded();
        } catch (ClusterException e) {
            assertThat(e).hasMessageContaining("run it again");
            return false;
        }
    }
}
