package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with the way to the cluster: exit code 3, one line, and no secret in it. */
@ControlPlaneTest
class NoClusterTest {
    private static final String SECRET = "a-secret-token";

    @Test
    void saysThatTheTokenIsWrong(ControlPlane controlPlane) {
        assertThat(refusal(controlPlane.tokenKubeconfig(SECRET))).endsWith("does not accept the credentials");
    }

    @Test
    void saysThatTheCertificateExpired(ControlPlane controlPlane) {
        assertThat(refusal(controlPlane.expiredKubeconfig(Identity.ADMINISTRATOR)))
                .contains("does not accept the credentials; the client certificate expired on ");
    }

    @Test
    void saysWhomTheServerTakesItForWithoutCredentials(ControlPlane controlPlane, @TempDir Path directory)
            throws IOException {
        var text = Files.readString(controlPlane.kubeconfig(Identity.ADMINISTRATOR));

        assertThat(refusal(edited(text.replaceAll("user: \\{.*\\}\\}", "user: {}}"), directory)))
                .contains("not allowed to create selfsubjectaccessreviews", "system:anonymous");
    }

    @Test
    void saysThatTheServerIsNotTheOneMeant(ControlPlane controlPlane) {
        assertThat(refusal(controlPlane.foreignKubeconfig(Identity.ADMINISTRATOR)))
                .endsWith("is not from the authority that the kubeconfig names");
    }

    /** Every address of the machine leads to the server; its certificate names one. */
    @Test
    void saysThatTheServersCertificateIsForAnotherName(ControlPlane controlPlane, @TempDir Path directory)
            throws IOException {
        var text = Files.readString(controlPlane.kubeconfig(Identity.ADMINISTRATOR));

        assertThat(refusal(edited(text.replace(controlPlane.url().getHost(), "0.0.0.0"), directory)))
                .contains("the certificate of https://0.0.0.0:")
                .endsWith(" does not fit: No subject alternative names matching IP address 0.0.0.0 found");
    }

    @Test
    void saysThatNobodyAnswers(ControlPlane controlPlane, @TempDir Path directory) throws IOException {
        var text = Files.readString(controlPlane.kubeconfig(Identity.ADMINISTRATOR));

        assertThat(refusal(edited(text.replace(controlPlane.url().toString(), "https://127.0.0.1:1"), directory)))
                .endsWith("cannot reach https://127.0.0.1:1: connection refused");
        assertThat(refusal(edited(text.replace(controlPlane.url().getHost(), "nowhere.invalid"), directory)))
                .endsWith("no such host");
    }

    @Test
    void saysWhichContextsThereAre(ControlPlane controlPlane) {
        var kubeconfig = controlPlane.kubeconfig(Identity.ADMINISTRATOR);

        assertThat(refusal(kubeconfig, "--context", "nowhere"))
                .endsWith("the kubeconfig has no context nowhere; it has local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "- a-secret-token", "users: [{name: u, user: {token: a-secret-token}}]", "\u0000"})
    void saysThatTheKubeconfigIsNone(String text, @TempDir Path directory) throws IOException {
        assertThat(refusal(edited(text, directory))).contains("kubeconfig");
    }

    @Test
    void saysWhoIsNotThePlatform(ControlPlane controlPlane) {
        assertThat(refusal(controlPlane.kubeconfig(Identity.user("jane"))))
                .contains("not allowed to manage tenants.tenantry.io");
    }

    private static Path edited(String kubeconfig, Path directory) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "kubeconfig", ""), kubeconfig);
    }

    private static String refusal(Path kubeconfig, String... more) {
        var args = new String[] {"apply", "-", "--yes", "--kubeconfig", kubeconfig.toString()};
        var all = Stream.of(args, more).flatMap(Arrays::stream).toArray(String[]::new);
        var run = Cli.withInput(Cli.ACME, all);
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("tenantry: error: ").doesNotContain(SECRET);
        assertThat(run.err().lines()).hasSize(1);
        return run.err().strip();
    }
}
