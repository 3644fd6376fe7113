package io.tenantry.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void joinsKindNamespaceAndName() {
        assertThat(name("v1", "ResourceQuota", "acme-prod", "acme-quota"))
                .isEqualTo("resourcequota-acme-prod_acme-quota.yaml");
        assertThat(name("v1", "Namespace", "", "acme-prod")).isEqualTo("namespace-acme-prod.yaml");
    }

    @Test
    void tellsApartWhatOnlyLooksAlike() {
        assertThat(name("v1", "Secret", "a", "b-c")).isNotEqualTo(name("v1", "Secret", "a-b", "c"));
        assertThat(name("networking.k8s.io/v1", "NetworkPolicy", "a", "b"))
                .isNotEqualTo(name("crd.projectcalico.org/v1", "NetworkPolicy", "a", "b"));
        assertThat(name("rbac.authorization.k8s.io/v1", "Role", "a", "system:b"))
                .isNotEqualTo(name("rbac.authorization.k8s.io/v1", "Role", "a", "system_3a_b"));
    }

    @Test
    void isSafeOnEveryFileSystem() {
        assertThat(name("rbac.authorization.k8s.io/v1", "ClusterRole", "", "system:Admin"))
                .isEqualTo("clusterrole-system_3a__41_dmin.yaml");
    }

    @Test
    void staysShortAndDistinctForLongNames() {
        var one = name("v1", "ConfigMap", "a", "x".repeat(252) + "1");
        var other = name("v1", "ConfigMap", "a", "x".repeat(252) + "2");

        assertThat(one).hasSizeLessThan(210).isNotEqualTo(other);
    }

    private static String name(String apiVersion, String kind, String namespace, String name) {
        var object = new GenericKubernetesResourceBuilder()
                .withApiVersion(apiVersion)
                .withKind(kind)
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .build();
        return FileNames.of(new Manifest(object, "test", "Test"));
    }
}
