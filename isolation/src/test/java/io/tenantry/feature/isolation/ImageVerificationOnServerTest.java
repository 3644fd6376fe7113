package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.TENANTRY;
import static io.tenantry.testkit.Documents.profile;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tenantry.Input;
import io.tenantry.manifest.Manifest;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.CustomResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kyverno's own definition of its policies, where it lies beside the checkout. */
@ControlPlaneTest
class ImageVerificationOnServerTest {
    private static final Path DEFINITION =
            Path.of("../../shared/crds/policies.kyverno.io_imagevalidatingpolicies.yaml");

    @Test
    void isAPolicyThatKyvernoKnows(ControlPlane controlPlane, @TempDir Path directory) throws IOException {
        assumeTrue(Files.exists(DEFINITION), DEFINITION + " is not there");
        Files.copy(DEFINITION, directory.resolve("definition.yaml"));
        CustomResources.install(directory, controlPlane.administrator());
        var rendered = TENANTRY.render(Input.of(
                tenant("acme", "imageVerification: true"),
                profile(
                        "addOns: [kyverno]",
                        "isolation:",
                        "  imageKeys:",
                        "  - |",
                        "    -----BEGIN PUBLIC KEY-----",
                        "    MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE",
                        "    -----END PUBLIC KEY-----")));

        var policy = rendered.shared().stream()
                .filter(manifest -> manifest.kind().equals("ImageValidatingPolicy"))
                .map(Manifest::object)
                .findFirst()
                .orElseThrow();

        var applied = controlPlane.administrator().dryRun().apply(policy).orFail();
        assertThat(applied.at("/spec/attestors/0/cosign/key/data").asString()).contains("BEGIN PUBLIC KEY");
        assertThat(applied.at("/spec/matchConstraints/namespaceSelector/matchLabels")
                        .toString())
                .isEqualTo("{\"tenantry.io/image-verification\":\"required\"}");
    }
}
