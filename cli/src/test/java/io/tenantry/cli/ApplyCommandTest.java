package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Identity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
    private static final String PROFILE = """
        ---
        apiVersion: tenantry.io/v1alpha1
        kind: ClusterProfile
        metadata: {name: default}
        spec: {kubernetesVersion: "1.36", platformNamespace: %s}
        """;

    private static String tenant(String name, String pods) {
        return """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: %s}
            spec: {podQuota: %s}
            """.formatted(name, pods) + PROFILE.formatted(name + "-platform");
    }

    @Test
    @ControlPlaneTest
    void appliesComparesAndDeletes(ControlPlane controlPlane) {
        var kubeconfig = controlPlane.kubeconfig(Identity.ADMINISTRATOR).toString();
        var tenant = tenant("round", "5");

        var applied = Cli.withInput(tenant, "apply", "-", "--kubeconfig", kubeconfig, "--yes");
        assertThat(applied.code()).as(applied.err()).isZero();
        assertThat(applied.out()).contains(" created, 0 updated, 0 deleted");

        var same = Cli.withInput(tenant, "diff", "-", "--kubeconfig", kubeconfig);
        assertThat(same.code()).as(same.out()).isZero();
        assertThat(same.out()).isEmpty();

        var changed = Cli.withInput(tenant("round", "6"), "diff", "-", "--kubeconfig", kubeconfig);
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.out()).isEqualTo("""
                update  v1/ResourceQuota/round/tenantry-quota
                        spec.hard.pods: "5" -> "6"
                        spec.hard['requests.ephemeral-storage']: "5Gi" -> "6Gi"
                """);

        var deleted = Cli.withInput(
                tenant, "delete", "-", "--kubeconfig", kubeconfig, "--delete-namespaces", "--yes", "-o", "json");
        assertThat(deleted.code()).as(deleted.err()).isZero();
        assertThat(deleted.err()).isEmpty();
        assertThat(deleted.json().path("objects"))
                .anySatisfy(object -> assertThat(object.toString())
                        .contains(
                                "\"object\":\"v1/Namespace//round\"", "\"change\":\"delete\"", "\"status\":\"done\""));
        assertThat(controlPlane.administrator().get("/api/v1/namespaces/round").status())
                .isEqualTo(404);
    }

    @Test
    @ControlPlaneTest
    void changesNothingUnlessSomebodyAgrees(ControlPlane controlPlane) throws IOException {
        var kubeconfig = controlPlane.kubeconfig(Identity.ADMINISTRATOR).toString();
        var file = Files.createTempFile("tenant", ".yaml");
        Files.writeString(file, tenant("asked", "5"));
        var args = new String[] {"apply", file.toString(), "--kubeconfig", kubeconfig};

        var alone = Cli.run(args);
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err()).contains("create  tenant asked: ", "1 Namespace", "add --yes");

        var no = atTerminal("no\n", args);
        assertThat(no.code()).isEqualTo(2);
        assertThat(no.err()).contains("Type yes: ", "nothing was changed");
        assertThat(controlPlane.administrator().get("/api/v1/namespaces/asked").status())
                .isEqualTo(404);

        var yes = atTerminal("yes\n", args);
        assertThat(yes.code()).as(yes.err()).isZero();
        assertThat(controlPlane.administrator().get("/api/v1/namespaces/asked").status())
                .isEqualTo(200);
        var delete = new String[] {"delete", file.toString(), "--kubeconfig", kubeconfig, "--delete-namespaces"};
        assertThat(atTerminal("yes\n", delete).code()).isEqualTo(2);
        assertThat(atTerminal("asked\n", delete).code()).isZero();
    }

    @Test
    @ControlPlaneTest
    @SuppressWarnings("InputStreamSlowMultibyteRead") // of four bytes
    void saysWhoTookAFieldBetweenPlanAndExecution(ControlPlane controlPlane, @TempDir Path directory)
            throws IOException {
        var file = directory.resolve("tenant.yaml");
        var args = new String[] {
            "apply",
            file.toString(),
            "--kubeconfig",
            controlPlane.kubeconfig(Identity.ADMINISTRATOR).toString()
        };
        Files.writeString(file, tenant("taken", "5"));
        assertThat(atTerminal("yes\n", args).code()).isZero();
        Files.writeString(file, tenant("taken", "6"));

        var run = atTerminal(
                new ByteArrayInputStream("yes\n".getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public synchronized int read() {
                        controlPlane
                                .administrator()
                                .send(
                                        "PATCH",
                                        "/api/v1/namespaces/taken/resourcequotas/tenantry-quota?fieldManager=intruder",
                                        "application/merge-patch+json",
                                        "{\"spec\": {\"hard\": {\"pods\": \"7\"}}}")
                                .orFail();
                        return super.read();
                    }
                },
                args);

        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "tenantry: error: v1/ResourceQuota/taken/tenantry-quota: spec.hard.pods was taken by intruder");
        assertThat(run.out()).endsWith(", 1 failed\n");
    }

    @Test
    void saysInOneLineWhyThereIsNoCluster() {
        var run = Cli.withInput(Cli.ACME, "apply", "-", "--kubeconfig", "/nowhere/kubeconfig", "--yes");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("tenantry: error: kubeconfig /nowhere/kubeconfig does not exist\n");
    }

    @Test
    void needsAtLeastOneRequestAtOnce() {
        var run = Cli.withInput(Cli.ACME, "diff", "-", "--concurrency", "0");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--concurrency is 0 but must be 1 or more");
    }

    @Test
    void rendersWithoutLoadingAnyOfIt(@TempDir Path directory) throws Exception {
        var file = directory.resolve("tenant.yaml");
        Files.writeString(file, Cli.ACME);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + directory.resolve("classes"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "render",
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(directory.resolve("classes")))
                .contains("io.tenantry.cli.RenderCommand")
                .doesNotContain("io.tenantry.cluster.", "io.fabric8.kubernetes.client.Config", "java.net.http.");
    }

    private static Cli atTerminal(String answers, String... args) {
        return atTerminal(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)), args);
    }

    private static Cli atTerminal(InputStream answers, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(answers, out, new PrintStream(err, true, StandardCharsets.UTF_8), false, true);
        int code = new CommandTree(console).execute(args);
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
