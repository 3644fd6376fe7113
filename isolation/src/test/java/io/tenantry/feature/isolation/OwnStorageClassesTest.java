package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.TENANTRY;
import static io.tenantry.feature.isolation.Tenants.account;
import static io.tenantry.feature.isolation.Tenants.acme;
import static io.tenantry.feature.isolation.Tenants.annotations;
import static io.tenantry.feature.isolation.Tenants.attacks;
import static io.tenantry.feature.isolation.Tenants.problems;
import static io.tenantry.testkit.Documents.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Mechanism;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnStorageClassesTest {
    private static final String PROVISIONER = """
            storageClasses: [standard]
            isolation:
              provisioner: disk.example
              storageParameters: {type: fast, tier: "1"}
              encryptionParameters: {encrypted: "true", tier: "2"}
            """;

    @Test
    void areThereWhereTheProfileNamesAProvisioner() {
        var rendered = render("displayName: ACME");
        assertThat(classes(rendered))
                .singleElement()
                .satisfies(storageClass -> assertThat(storageClass.getAdditionalProperties())
                        .containsEntry("provisioner", "disk.example")
                        .containsEntry("reclaimPolicy", "Delete")
                        .containsEntry("parameters", Map.of("type", "fast", "tier", "1")));
        assertThat(annotations(rendered, "acme"))
                .containsEntry("tenantry.io/storage-classes", name(rendered) + "\nstandard");
        assertThat(mechanisms(rendered, "storageIsolation")).contains(Mechanism.CONTROLLER);
        assertThat(attacks(rendered)).extracting(attack -> attack.id()).contains("isolation/claims/foreign-class");
    }

    @Test
    void areEncryptedAndAloneUnderEncryptionAtRest() {
        var rendered = render("encryptionAtRest: true");
        assertThat(classes(rendered))
                .singleElement()
                .satisfies(storageClass -> assertThat(storageClass.getAdditionalProperties())
                        .containsEntry("parameters", Map.of("type", "fast", "tier", "2", "encrypted", "true")));
        assertThat(annotations(rendered, "acme")).containsEntry("tenantry.io/storage-classes", name(rendered));
        assertThat(mechanisms(rendered, "encryptionAtRest")).contains(Mechanism.CONTROLLER, Mechanism.CLUSTER_FILE);
        assertThat(name(rendered)).isNotEqualTo(name(render("displayName: ACME")));
    }

    @Test
    void areTwoWhereOneNamespaceIsEncrypted() {
        assertThat(classes(render("namespaces: [{name: a, encryptionAtRest: true}, {name: b}, {name: c}]")))
                .hasSize(2);
    }

    @Test
    void areNotThereWithoutStorageIsolationOrAProvisioner() {
        assertThat(classes(render("storageIsolation: false"))).isEmpty();
        var rendered = TENANTRY.render(acme("encryptionAtRest: true"));
        assertThat(classes(rendered)).isEmpty();
        assertThat(account(rendered, "spec.encryptionAtRest").implies())
                .singleElement()
                .asString()
                .startsWith("says nothing of volumes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{provisioner: Disk} | provisioner is \"Disk\" but must be a driver's name, which is a DNS subdomain",
                "{storageParameters: {a: b}} | storageParameters is written but no provisioner, so there are no"
                        + " StorageClasses to have the parameters"
            })
    void needADriver(String written, String problem) {
        assertThat(problems(acme("displayName: ACME").plus(profile("isolation: " + written))))
                .containsExactly("ISOLATION_PROVISIONER spec.isolation." + problem);
    }

    private static Rendered render(String spec) {
        return TENANTRY.render(acme(spec).plus(profile(PROVISIONER)));
    }

    private static List<Mechanism> mechanisms(Rendered rendered, String key) {
        var path = rendered.accounts(rendered.tenants().get(0)).stream()
                .filter(account -> account.path().endsWith("." + key))
                .findFirst()
                .orElseThrow();
        return path.enforcedBy().stream().map(by -> by.mechanism()).toList();
    }

    private static String name(Rendered rendered) {
        return classes(rendered).get(0).getMetadata().getName();
    }

    private static List<GenericKubernetesResource> classes(Rendered rendered) {
        return rendered.objects(rendered.tenants().get(0)).stream()
                .filter(manifest -> manifest.kind().equals("StorageClass"))
                .map(Manifest::object)
                .map(GenericKubernetesResource.class::cast)
                .toList();
    }
}
