package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.acme;
import static io.tenantry.feature.isolation.Tenants.problems;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsolationProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{allowedIngressHosts: ['https://shop.acme.example/x']} | ISOLATION_HOST"
                        + " spec.isolation.allowedIngressHosts has \"https://shop.acme.example/x\" but must list host"
                        + " names, or *. before one",
                "{allowedIngressHosts: [Shop.acme.example]} | ISOLATION_HOST spec.isolation.allowedIngressHosts has"
                        + " \"Shop.acme.example\" but must list host names, or *. before one",
                "{allowedIngressHosts: ['*']} | ISOLATION_HOST spec.isolation.allowedIngressHosts has \"*\" but must"
                        + " list host names, or *. before one",
                "{allowedStorageClasses: [Fast]} | ISOLATION_STORAGE_CLASS spec.isolation.allowedStorageClasses has an"
                        + " entry that is \"Fast\" but must be a DNS subdomain, the name of a StorageClass",
                "{allowedStorageClasses: [fast], storageIsolation: false} | ISOLATION_STORAGE_OPEN"
                        + " spec.isolation.allowedStorageClasses is written but storageIsolation is false, so claims may"
                        + " name any StorageClass",
                "{allowedResources: [apps/deployments]} | ISOLATION_RESOURCE spec.isolation.allowedResources has"
                        + " \"apps/deployments\" but must list resources as the API names them",
                "{podSecurityPolicy: privileged} | ISOLATION_PRIVILEGED spec.isolation.podSecurityPolicy is"
                        + " privileged, and a privileged pod can leave every other bound of the tenant"
            })
    void namesWhatIsWrong(String isolation, String problem) {
        assertThat(problems(acme("isolation: " + isolation))).containsExactly(problem);
    }

    @Test
    void refusesWhatContradictsStrict() {
        assertThat(problems(acme(
                        "isolationLevel: strict",
                        "isolation: {podSecurityPolicy: baseline, allowExternalNames: true, storageIsolation: false,"
                                + " pvAccessControl: false}")))
                .contains(
                        "ISOLATION_LEVEL spec.isolation.podSecurityPolicy is baseline but must be restricted under"
                                + " isolationLevel strict",
                        "ISOLATION_LEVEL spec.isolation.allowExternalNames is true but must be false under"
                                + " isolationLevel strict",
                        "ISOLATION_LEVEL spec.isolation.storageIsolation is false but must be true under"
                                + " isolationLevel strict",
                        "ISOLATION_LEVEL spec.isolation.pvAccessControl is false but must be true under"
                                + " isolationLevel strict");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example.com, shop.example.com",
        "*.example.com, shop.example.com",
        "shop.example.com, *.example.com",
        "*.example.com, *.example.com"
    })
    void letsNoTwoTenantsServeOneHost(String first, String second) {
        assertThat(problems(Input.of(hosts("acme", first), hosts("widgets", second))))
                .containsExactly("ISOLATION_HOST_SHARED spec.isolation.allowedIngressHosts has " + second
                        + " but tenant acme may serve " + first);
    }

    @Test
    void takesHostsBesideEachOther() {
        assertThat(problems(Input.of(
                        hosts("acme", "example.com"),
                        hosts("widgets", "*.example.com"),
                        hosts("gadgets", "a.b.example.com"))))
                .isEmpty();
    }

    private static Source hosts(String tenant, String host) {
        return tenant(tenant, "isolation: {allowedIngressHosts: ['" + host + "']}");
    }
}
