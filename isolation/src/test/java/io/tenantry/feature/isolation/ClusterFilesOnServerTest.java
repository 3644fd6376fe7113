package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.TENANTRY;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.tenantry.Input;
import io.tenantry.spi.ClusterFile;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneSettings;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real API server, started with the files of three tenants and a key in the place where one must be put. */
@ControlPlaneTest
class ClusterFilesOnServerTest {
    private static final String BODY = "the body of a secret of ";
    private static final String AUDIT_LOG = "audit.log";

    private static ControlPlane controlPlane;

    @BeforeAll
    static void start() {
        var files = TENANTRY.render(Input.of(
                        tenant("quiet", "apiAudit: false"),
                        tenant("usual"),
                        tenant("loud", "auditLevel: RequestResponse")))
                .files();
        controlPlane = ControlPlane.start(ControlPlaneSettings.usual()
                .file("audit.yaml", text(files, AuditPolicyFile.NAME))
                .file("encryption.yaml", withKey(text(files, EncryptionFile.NAME)))
                .apiServer(
                        "--audit-policy-file=audit.yaml",
                        "--audit-log-path=" + AUDIT_LOG,
                        "--encryption-provider-config=encryption.yaml"));
        for (var name : List.of("quiet", "usual", "loud")) {
            create(name, controlPlane.administrator());
        }
    }

    @AfterAll
    static void stop() {
        controlPlane.close();
    }

    @Test
    void logsEachTenantAtItsLevel() {
        Eventually.holds(
                "the last request is logged",
                () -> events("loud", "serviceaccounts")
                        .anyMatch(event -> event.path("verb").asString().equals("list")));
        assertThat(events("quiet", "serviceaccounts")).isEmpty();
        assertThat(events("usual", "serviceaccounts"))
                .isNotEmpty()
                .allMatch(event -> event.path("level").asString().equals("Metadata"))
                .noneMatch(event -> event.has("responseObject"));
        assertThat(events("loud", "serviceaccounts"))
                .anyMatch(event ->
                        event.path("level").asString().equals("RequestResponse") && event.has("responseObject"));
    }

    @Test
    void logsNoBodyOfASecret() {
        Eventually.holds(
                "the secret is logged",
                () -> events("loud", "secrets").findAny().isPresent());
        assertThat(events("loud", "secrets"))
                .allMatch(event -> event.path("level").asString().equals("Metadata"));
        for (var name : List.of("quiet", "usual", "loud")) {
            assertThat(log()).doesNotContain(BODY + name).doesNotContain(encoded(BODY + name));
        }
    }

    @Test
    void storesNoSecretInClear() throws IOException {
        assertThat(controlPlane
                        .administrator()
                        .get("/api/v1/namespaces/loud/secrets/sample")
                        .at("/data/key")
                        .asString())
                .isEqualTo(encoded(BODY + "loud"));
        var stored = stored();
        assertThat(stored).contains("k8s:enc:secretbox:v1:key1:").contains("/registry/secrets/loud/sample");
        assertThat(stored).doesNotContain(BODY);
    }

    private static void create(String name, ApiClient administrator) {
        administrator
                .create(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .orFail();
        administrator
                .create(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(name)
                        .withName("sample")
                        .endMetadata()
                        .withData(Map.of("key", encoded(BODY + name)))
                        .build())
                .orFail();
        administrator.get("/api/v1/namespaces/" + name + "/serviceaccounts").orFail();
    }

    private static Stream<JsonNode> events(String namespace, String resource) {
        return log().lines()
                .map(JsonMapper.shared()::readTree)
                .filter(event -> event.at("/objectRef/namespace").asString("").equals(namespace))
                .filter(event -> event.at("/objectRef/resource").asString("").equals(resource));
    }

    /** Whole lines only: the server may be writing the last. */
    private static String log() {
        try {
            var text = Files.readString(controlPlane.directory().resolve(AUDIT_LOG));
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that etcd has on disk, a character for each byte. */
    private static String stored() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(controlPlane.directory().resolve("etcd"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private static String withKey(String text) {
        return text.replace(EncryptionFile.PLACEHOLDER, encoded("a key of 32 bytes for this test."));
    }

    private static String text(List<ClusterFile> files, String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .map(ClusterFile::content)
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
