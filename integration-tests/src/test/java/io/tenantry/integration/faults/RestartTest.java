package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cluster.Progress;
import io.tenantry.cluster.Result;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ControlPlaneTest(own = true)
class RestartTest {
    private static final int STEPS = 30;

    static LongStream seeds() {
        return Seeds.all();
    }

    /** It waits for the server and goes on. */
    @ParameterizedTest
    @MethodSource("seeds")
    void completesWhenTheApiServerRestarts(long seed, ControlPlane controlPlane) {
        var documents = Platform.tenant("restarted-a-" + seed) + Platform.tenant("restarted-b-" + seed);
        var platform = Platform.of(controlPlane);
        var restart = new CompletableFuture<Void>();
        var left = new AtomicInteger(1 + new Random(seed).nextInt(STEPS));

        var outcome = platform.apply(documents, new Progress() {
            @Override
            public void done(Result result) {
                if (left.decrementAndGet() == 0) {
                    controlPlane.stopApiServer();
                    restart.completeAsync(() -> {
                        controlPlane.startApiServer();
                        return null;
                    });
                }
            }
        });

        restart.join();
        assertThat(outcome.failures()).isEmpty();
        platform.assertComplete(documents);
    }
}
