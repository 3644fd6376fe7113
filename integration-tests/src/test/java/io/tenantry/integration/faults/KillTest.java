package io.tenantry.integration.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ControlPlaneTest
class KillTest {
    private static final int STEPS = 45;

    static LongStream seeds() {
        return Seeds.all();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesNothingThatASecondRunDoesNotComplete(long seed, ControlPlane controlPlane, @TempDir Path directory)
            throws IOException, InterruptedException {
        var documents = Platform.tenant("killed-a-" + seed) + Platform.tenant("killed-b-" + seed);
        var tenants = Files.writeString(directory.resolve("tenants.yaml"), documents);
        var platform = Platform.of(controlPlane);

        killAfter(new Random(seed).nextInt(STEPS), ApplyProcess.start(platform.kubeconfig(), tenants));

        assertThat(platform.apply(documents).failures()).isEmpty();
        platform.assertComplete(documents);
    }

    private static void killAfter(int lines, Process process) throws IOException, InterruptedException {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = 0; line < lines; line++) {
                assertThat(reader.readLine()).as("line %s of %s", line, lines).isNotNull();
            }
            process.destroyForcibly();
        }
        process.waitFor();
    }
}
