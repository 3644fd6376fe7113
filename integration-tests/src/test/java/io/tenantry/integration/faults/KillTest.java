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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ControlPlaneTest
class KillTest {
    private static final int STEPS = 45;

    @Test
    void leavesNothingThatASecondRunDoesNotComplete(ControlPlane controlPlane, @TempDir Path directory)
            throws InterruptedException {
        Seeds.together(seed -> {
            var documents = Platform.tenant("killed-a-" + seed) + Platform.tenant("killed-b-" + seed);
            var platform = Platform.of(controlPlane).in("killed-platform-" + seed);
            var tenants = Files.writeString(directory.resolve(seed + ".yaml"), platform.input(documents));

            killAfter(new Random(seed).nextInt(STEPS), ApplyProcess.start(platform.kubeconfig(), tenants));

            assertThat(platform.apply(documents).failures()).isEmpty();
            platform.assertComplete(documents);
        });
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
