package io.tenantry.cluster;

import static io.tenantry.cluster.Tenancy.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.KubernetesVersion;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.validation.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ControlPlaneTest
class ApplyTest {
    private static final ApplyOptions ADOPT = new ApplyOptions(true, false, false, false);
    private static final ApplyOptions DELETE_NAMESPACES = new ApplyOptions(false, false, false, true);
    private static final ApplyOptions PRUNE_TENANTS = new ApplyOptions(false, false, true, true);

    @Test
    void appliesEverythingAndThenFindsNothingToDo(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-first");
        var documents = tenant("first", "podQuota: 5", "namespaces: [{name: first-a}, {name: first-b}]");

        var outcome = tenancy.apply(documents);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.waiting()).isEmpty();
        assertThat(tenancy.at("/api/v1/namespaces/first-a", "/status/phase")).isEqualTo("Active");
        assertThat(tenancy.at("/api/v1/namespaces/first-a/resourcequotas/tenantry-quota", "/status/hard/pods"))
                .isEqualTo("3");
        var before = versions(tenancy, "first-a", "first-b");
        assertThat(tenancy.diff(documents).isEmpty()).isTrue();
        assertThat(tenancy.apply(documents).results()).isEmpty();
        assertThat(versions(tenancy, "first-a", "first-b")).isEqualTo(before);
        assertThat(tenancy.exists("/apis/coordination.k8s.io/v1/namespaces/platform-first/leases/tenantry"))
                .isFalse();
    }

    @Test
    void listsInAnInventoryWhatItApplied(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-listed");
        tenancy.apply(tenant("listed"));

        assertThat(inventory(tenancy, "listed"))
                .contains("v1/Namespace//listed", "v1/ResourceQuota/listed/tenantry-quota");
        assertThat(inventory(tenancy, "")).anyMatch(key -> key.contains("/ValidatingAdmissionPolicy//tenantry-"));
    }

    @Test
    void prunesWhatItsFilesNoLongerRender(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-pruned");
        tenancy.apply(tenant("pruned", "extra: {configMaps: [one, two], platform: [three]}"));
        var kept = tenant("pruned", "extra: {configMaps: [one]}");

        assertThat(tenancy.plan(ApplyOptions.NONE, kept).changes())
                .allMatch(step -> step.change() == Change.DELETE)
                .hasSize(2);
        assertThat(tenancy.apply(kept).failures()).isEmpty();

        assertThat(tenancy.exists("/api/v1/namespaces/pruned/configmaps/one")).isTrue();
        assertThat(tenancy.exists("/api/v1/namespaces/pruned/configmaps/two")).isFalse();
        assertThat(inventory(tenancy, "pruned")).noneMatch(key -> key.contains("ConfigMap") && !key.endsWith("/one"));
    }

    @Test
    void leavesAloneWhatIsNoLongerItsOwn(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-lost");
        tenancy.apply(tenant("lost", "extra: {configMaps: [mine]}"));
        var path = "/api/v1/namespaces/lost/configmaps";
        var administrator = controlPlane.administrator();
        administrator.send("DELETE", path + "/mine", null, "").orFail();
        administrator
                .send(
                        "POST",
                        path,
                        "application/json",
                        "{\"metadata\": {\"name\": \"mine\"}, \"data\": {\"a\": \"b\"}}")
                .orFail();

        var plan = tenancy.plan(ApplyOptions.NONE, tenant("lost"));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.notes()).anyMatch(note -> note.contains("ConfigMap lost/mine"));
    }

    @Test
    void keepsANamespaceThatItsTenantNoLongerHas(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-dropped");
        tenancy.apply(tenant("dropped", "namespaces: [{name: dropped-a}, {name: dropped-b}]"));
        var less = tenant("dropped", "namespaces: [{name: dropped-a}]");

        assertThat(tenancy.plan(ApplyOptions.NONE, less).notes()).anyMatch(note -> note.contains("dropped-b"));
        tenancy.apply(less);
        assertThat(tenancy.exists("/api/v1/namespaces/dropped-b/resourcequotas/tenantry-quota"))
                .isTrue();

        assertThat(tenancy.apply(DELETE_NAMESPACES, less).waiting()).isEmpty();
        assertThat(tenancy.exists("/api/v1/namespaces/dropped-b")).isFalse();
        assertThat(tenancy.exists("/api/v1/namespaces/dropped-a")).isTrue();
    }

    @Test
    void leavesTenantsAloneThatTheInputDoesNotHave(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-absent");
        tenancy.apply(tenant("absent-a"), tenant("absent-b"));

        var plan = tenancy.plan(ApplyOptions.NONE, tenant("absent-a"));
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.notes()).anyMatch(note -> note.contains("absent-b"));

        assertThat(tenancy.apply(PRUNE_TENANTS, tenant("absent-a")).failures()).isEmpty();
        assertThat(tenancy.exists("/api/v1/namespaces/absent-b")).isFalse();
        assertThat(tenancy.exists("/api/v1/namespaces/platform-absent/configmaps/tenantry-inventory-absent-b"))
                .isFalse();
        assertThat(tenancy.exists("/api/v1/namespaces/absent-a")).isTrue();
    }

    @Test
    void refusesToMoveANamespaceToAnotherTenant(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-moved");
        tenancy.apply(tenant("moved-a", "namespace: moved"));

        var plan = tenancy.plan(ADOPT, tenant("moved-b", "namespace: moved"));

        assertThat(plan.isBlocked()).isTrue();
        assertThat(plan.problems())
                .anySatisfy(
                        problem -> assertThat(problem.sentence()).contains("moved-a", "moved-b", "Namespace moved"));
    }

    @Test
    void adoptsANamespaceOnlyWhenAskedToAndShowsWhatChanges(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-adopted");
        controlPlane
                .administrator()
                .send("POST", "/api/v1/namespaces", "application/json", "{\"metadata\": {\"name\": \"adopted\"}}")
                .orFail();

        var refused = tenancy.plan(ApplyOptions.NONE, tenant("adopted"));
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("NAMESPACE_FOREIGN");
        assertThat(refused.steps())
                .filteredOn(step -> step.object().isNamespace())
                .flatExtracting(Step::fields)
                .extracting(FieldChange::path)
                .contains("metadata.labels['tenantry.io/tenant']");

        assertThat(tenancy.apply(ADOPT, tenant("adopted")).failures()).isEmpty();
        assertThat(tenancy.diff(tenant("adopted")).isEmpty()).isTrue();
    }

    @Test
    void givesATenantNothingFurtherOnceSomethingFailed(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-refused");

        var outcome = tenancy.apply(
                tenant("refused-a", "extra: {refused: [bad]}"), tenant("refused-b", "extra: {configMaps: [good]}"));

        assertThat(outcome.failures())
                .singleElement()
                .satisfies(result -> assertThat(result.message()).contains("ConfigMap refused-a/bad", "no key"));
        assertThat(tenancy.exists("/api/v1/namespaces/refused-b/configmaps/good"))
                .isTrue();
        assertThat(inventory(tenancy, "refused-a")).contains("v1/ConfigMap/refused-a/bad");
        assertThat(tenancy.apply(tenant("refused-a"), tenant("refused-b", "extra: {configMaps: [good]}"))
                        .failures())
                .isEmpty();
    }

    @Test
    void saysWhichAddOnIsMissingBeforeItWritesAnything(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-bare");

        var plan = tenancy.plan(
                ApplyOptions.NONE,
                tenant("bare-a", "extra: {rule: true}"),
                tenant("bare-b", "extra: {rule: true}"),
                tenant("bare-c"));

        assertThat(plan.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence())
                        .contains("PrometheusRule", "bare-a, bare-b", "prometheus-operator")
                        .doesNotContain("bare-c"));
        assertThat(tenancy.exists("/api/v1/namespaces/platform-bare")).isFalse();
    }

    @Test
    void comparesTheServersVersionWithTheProfiles(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-version");
        try (var cluster = tenancy.cluster()) {
            var newer = cluster.planApply(
                    tenancy.render(new KubernetesVersion(1, 37), tenant("version")), ApplyOptions.NONE);
            var older = cluster.planApply(
                    tenancy.render(new KubernetesVersion(1, 35), tenant("version")), ApplyOptions.NONE);

            assertThat(newer.isBlocked()).isTrue();
            assertThat(newer.problems()).extracting(Problem::code).containsExactly("CLUSTER_OLDER");
            assertThat(older.isBlocked()).isFalse();
            assertThat(older.problems()).extracting(Problem::code).containsExactly("CLUSTER_NEWER");
        }
    }

    private static List<String> inventory(Tenancy tenancy, String tenant) {
        var name = tenant.isEmpty() ? "tenantry-inventory" : "tenantry-inventory-" + tenant;
        return tenancy.at("/api/v1/namespaces/" + tenancy.platformNamespace() + "/configmaps/" + name, "/data/objects")
                .lines()
                .toList();
    }

    private static List<String> versions(Tenancy tenancy, String... namespaces) {
        return Stream.of(namespaces)
                .flatMap(namespace -> Stream.of(
                        "/api/v1/namespaces/" + namespace,
                        "/api/v1/namespaces/" + namespace + "/resourcequotas/tenantry-quota",
                        "/api/v1/namespaces/" + namespace + "/limitranges/tenantry-limits"))
                .map(path -> tenancy.at(path, "/metadata/resourceVersion"))
                .toList();
    }
}
