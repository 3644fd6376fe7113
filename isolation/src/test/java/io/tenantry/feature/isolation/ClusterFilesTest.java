package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.TENANTRY;
import static io.tenantry.testkit.Documents.profile;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.spi.ClusterFile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterFilesTest {
    private static final String NO_ENCRYPTION = "isolation: {secretsEncryption: false}";

    @Test
    void auditsEachNamespaceAtItsLevel() {
        assertThat(file(
                        AuditPolicyFile.NAME,
                        tenant(
                                "acme",
                                "auditLevel: Request",
                                "namespaces: [{name: '1e3'}, {name: quiet, apiAudit: false}]"),
                        tenant("widgets")))
                .endsWith("""
                        rules:
                        - level: None
                          namespaces:
                          - "quiet"
                        # Never with a body, whatever the namespace.
                        - level: Metadata
                          resources:
                          - group: ""
                            resources: [secrets, configmaps, serviceaccounts/token]
                          - group: authentication.k8s.io
                            resources: [tokenreviews]
                        - level: Request
                          namespaces:
                          - "1e3"
                        - level: Metadata
                          namespaces:
                          - "widgets"
                        # Everything that is not in a namespace of a tenant.
                        - level: Metadata
                        """);
    }

    @Test
    void hasAsManyRulesForManyTenantsAsForOne() {
        var one = file(AuditPolicyFile.NAME, tenant("tenant-0"));
        var many = file(
                AuditPolicyFile.NAME,
                IntStream.range(0, 50).mapToObj(i -> tenant("tenant-" + i)).toArray(Source[]::new));
        assertThat(rules(many)).isEqualTo(rules(one));
    }

    @Test
    void encryptsWhatAnyTenantAsksFor() {
        assertThat(file(EncryptionFile.NAME, tenant("acme"), tenant("widgets", NO_ENCRYPTION)))
                .contains("resources: [secrets]");
        assertThat(file(EncryptionFile.NAME, tenant("acme"), tenant("widgets", "encryptionAtRest: true")))
                .contains("resources: [\"*.*\"]");
        assertThat(file(
                        EncryptionFile.NAME,
                        tenant("acme", "encryptionAtRest: true"),
                        profile("kubernetesVersion: \"1.26\"")))
                .contains("resources: [secrets, configmaps,");
        assertThat(files(tenant("widgets", NO_ENCRYPTION)))
                .noneMatch(file -> file.name().equals(EncryptionFile.NAME));
    }

    @Test
    void holdsNoKey() {
        assertThat(file(EncryptionFile.NAME, tenant("acme")))
                .contains("secret: \"" + EncryptionFile.PLACEHOLDER + "\"");
    }

    @Test
    void makesNodesATenantsOwn() {
        assertThat(file(
                        NodeFiles.NODES,
                        tenant("acme", "dedicatedNodes: true", "nodeAffinity: {pool: acme, disk: ssd}"),
                        tenant("widgets", "nodeAffinity: {pool: widgets}")))
                .endsWith("""
                        set -eu
                        kubectl label nodes -l 'disk=ssd,pool=acme' 'tenantry.io/tenant=acme' --overwrite
                        kubectl taint nodes -l 'disk=ssd,pool=acme' 'tenantry.io/tenant=acme:NoSchedule' --overwrite
                        """);
    }

    @Test
    void pinsCpusByTheStaticPolicy() {
        assertThat(file(NodeFiles.KUBELET, tenant("acme", "cpuPinning: true"))).contains("cpuManagerPolicy: static\n");
        assertThat(files(tenant("acme"))).noneMatch(file -> file.name().equals(NodeFiles.KUBELET));
    }

    private static long rules(String policy) {
        return policy.lines().filter(line -> line.startsWith("- level")).count();
    }

    private static String file(String name, Source... sources) {
        return files(sources).stream()
                .filter(file -> file.name().equals(name))
                .map(ClusterFile::content)
                .findFirst()
                .orElseThrow();
    }

    private static List<ClusterFile> files(Source... sources) {
        return TENANTRY.render(Input.of(sources)).files();
    }
}
