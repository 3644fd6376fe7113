package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.acme;
import static io.tenantry.feature.isolation.Tenants.problems;
import static io.tenantry.testkit.Documents.profile;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{allowedRegistries: ['https://gcr.io']} | ISOLATION_REGISTRY spec.isolation.allowedRegistries has \"https://gcr.io\", which has a scheme, which images never have",
                "{blockedRegistries: [gcr.io/../x]} | ISOLATION_REGISTRY spec.isolation.blockedRegistries has \"gcr.io/../x\", which leads out of its path with ..",
                "{allowedRegistries: [GCR.io]} | ISOLATION_REGISTRY spec.isolation.allowedRegistries has \"GCR.io\", which has capitals",
                "{allowedRegistries: [gcr.io/a, ghcr.io], blockedRegistries: [gcr.io, ghcr.io]} | ISOLATION_REGISTRIES_NONE_LEFT spec.isolation.blockedRegistries blocks all of allowedRegistries, so that no image is left",
                "{restrictedCapabilities: [NET_ADMN]} | ISOLATION_CAPABILITY spec.isolation.restrictedCapabilities has \"NET_ADMN\", which is no capability of Linux",
                "{allowPrivilegedContainers: true} | ISOLATION_PRIVILEGED_REFUSED spec.isolation.allowPrivilegedContainers is true but podSecurityPolicy is restricted, which admits no privileged container",
                "{dedicatedNodes: true} | ISOLATION_NODES_UNNAMED spec.isolation.dedicatedNodes is true but nodeAffinity names no label by which the nodes are found",
                "{nodeAffinity: {pool: a b}} | ISOLATION_NODE_LABEL spec.isolation.nodeAffinity.pool is \"a b\" but must be a label value",
                "{allowedPriorityClasses: [system-node-critical]} | ISOLATION_SYSTEM_PRIORITY spec.isolation.allowedPriorityClasses has \"system-node-critical\", before which the cluster's own pods would give way",
                "{allowedRuntimeClasses: [Kata]} | ISOLATION_CLASS_NAME spec.isolation.allowedRuntimeClasses is \"Kata\" but must be a DNS subdomain",
                "{selinuxLevel: 's0:c9,c3'} | ISOLATION_SELINUX_LEVEL spec.isolation.selinuxLevel is \"s0:c9,c3\" but must be s0 with two different categories of 0 to 1023"
            })
    void namesWhatIsWrong(String isolation, String problem) {
        assertThat(problems(acme("isolation: " + isolation))).containsExactly(problem);
    }

    @Test
    void namesAllOfItAtOnce() {
        assertThat(problems(acme(
                        "isolation:",
                        "  allowedRegistries: ['https://gcr.io', GCR.io]",
                        "  restrictedCapabilities: [FLY]",
                        "  dedicatedNodes: true",
                        "namespaces:",
                        "- name: acme-prod",
                        "  isolation: {selinuxLevel: high, restrictedCapabilities: [SWIM]}")))
                .hasSize(6);
    }

    @Test
    void wantsRegistriesUnderStrict() {
        assertThat(problems(acme("isolationLevel: strict")))
                .containsExactly(
                        "ISOLATION_REGISTRIES_MISSING spec.isolation.allowedRegistries is empty, so that images"
                                + " may come from anywhere, but strict must name registries");
        assertThat(problems(acme(
                        "isolationLevel: strict", "allowPrivilegedContainers: true", "allowedRegistries: [gcr.io]")))
                .containsExactly("ISOLATION_LEVEL spec.allowPrivilegedContainers is true but must be false under"
                        + " isolationLevel strict");
    }

    @Test
    void wantsKeysToVerifyImagesBy() {
        var tenant = tenant("acme", "imageVerification: true");
        assertThat(problems(Input.of(tenant, profile("addOns: [kyverno]"))))
                .containsExactly(
                        "ISOLATION_IMAGE_KEYS spec.imageVerification is true but the cluster profile has no keys"
                                + " to verify by");
        assertThat(problems(Input.of(tenant, profile("addOns: [kyverno]", "isolation: {imageKeys: [secret]}"))))
                .containsExactly("ISOLATION_IMAGE_KEYS spec.imageVerification is true but isolation.imageKeys in the"
                        + " cluster profile has what is no public key in PEM");
    }

    @Test
    void givesNoTwoTenantsOneLevel() {
        var level = "isolation: {selinux: true, selinuxLevel: 's0:c1,c2'}";
        assertThat(problems(Input.of(tenant("acme", level), tenant("widgets", level))))
                .containsExactly("ISOLATION_SELINUX_COLLISION spec.isolation.selinux gives the level s0:c1,c2, which"
                        + " tenant acme has too");
    }

    @Test
    void givesNoTwoTenantsTheSameNodes() {
        var nodes = "isolation: {dedicatedNodes: true, nodeAffinity: {pool: fast}}";
        assertThat(problems(Input.of(tenant("acme", nodes), tenant("widgets", nodes))))
                .containsExactly("ISOLATION_NODES_SHARED spec.isolation.dedicatedNodes takes the nodes with pool=fast,"
                        + " which are tenant acme's own");
    }
}
