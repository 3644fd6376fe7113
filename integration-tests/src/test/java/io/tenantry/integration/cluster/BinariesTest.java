package io.tenantry.integration.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ControlPlaneTest
class BinariesTest {
    @ParameterizedTest
    @CsvSource({"etcd, etcd Version: 3.", "kube-apiserver, Kubernetes v1.", "kube-controller-manager, Kubernetes v1."})
    void saysItsVersion(String binary, String version) throws IOException, InterruptedException {
        var path = Path.of(System.getenv("TENANTRY_CONTROL_PLANE"), binary);

        var process = new ProcessBuilder(path.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output).startsWith(version);
    }
}
