package io.tenantry.cluster;

import static io.tenantry.cluster.Tenancy.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On a control plane of its own: what tenants share goes only when no tenant is left anywhere. */
@ControlPlaneTest(own = true)
class DeleteTest {
    private static final List<String> LISTS = List.of(
            "/api/v1/namespaces",
            "/api/v1/configmaps",
            "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies",
            "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings");

    @Test
    void leavesNothingBehind(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "tenantry-system");
        var before = names(controlPlane);
        var one = tenant("one", "extra: {configMaps: [a], platform: [b]}");
        var two = tenant("two", "namespaces: [{name: two-a}, {name: two-b}]");
        tenancy.apply(one, two);

        tenancy.delete(true, one);
        assertThat(names(controlPlane))
                .contains("/api/v1/namespaces two-a", "/api/v1/namespaces tenantry-system")
                .anyMatch(name -> name.contains("policies tenantry-"))
                .noneMatch(name -> name.endsWith(" one"));

        var outcome = tenancy.delete(true, two);
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.waiting()).isEmpty();
        assertThat(names(controlPlane)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void keepsNamespacesUnlessItIsToldOtherwise(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "tenantry-system");
        var documents = tenant("kept");
        tenancy.apply(documents);

        assertThat(tenancy.delete(false, documents).failures()).isEmpty();

        assertThat(tenancy.exists("/api/v1/namespaces/kept")).isTrue();
        assertThat(tenancy.exists("/api/v1/namespaces/kept/resourcequotas/tenantry-quota"))
                .isFalse();
        assertThat(names(controlPlane)).anyMatch(name -> name.contains("policies tenantry-"));
        assertThat(tenancy.delete(true, documents).failures()).isEmpty();
        assertThat(tenancy.exists("/api/v1/namespaces/kept")).isFalse();
    }

    @Test
    void namesTheDataThatGoesWithANamespace(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "tenantry-system");
        var documents = tenant("holding");
        tenancy.apply(documents);
        var claim = "{\"metadata\": {\"name\": \"orders\"}, \"spec\": {\"accessModes\": [\"ReadWriteOnce\"],"
                + " \"resources\": {\"requests\": {\"storage\": \"1Gi\"}}}}";
        controlPlane
                .administrator()
                .send("POST", "/api/v1/namespaces/holding/persistentvolumeclaims", "application/json", claim)
                .orFail();

        try (var cluster = tenancy.cluster()) {
            var plan = cluster.planDelete(tenancy.render(documents), true);

            assertThat(plan.notes()).anyMatch(note -> note.contains("holding") && note.contains("orders"));
            assertThat(plan.deletedNamespaces()).containsExactly("holding");
            cluster.execute(plan, Progress.SILENT);
        }
    }

    @Test
    void leavesAnObjectAloneThatWasMadeAnewSinceThePlan(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "tenantry-system");
        var documents = tenant("renewed", "extra: {configMaps: [a]}");
        tenancy.apply(documents);
        try (var cluster = tenancy.cluster()) {
            var plan = cluster.planDelete(tenancy.render(documents), false);
            var path = "/api/v1/namespaces/renewed/configmaps";
            var administrator = controlPlane.administrator();
            administrator.send("DELETE", path + "/a", null, "").orFail();
            administrator
                    .send("POST", path, "application/json", "{\"metadata\": {\"name\": \"a\"}}")
                    .orFail();

            var outcome = cluster.execute(plan, Progress.SILENT);

            assertThat(outcome.failures())
                    .singleElement()
                    .satisfies(result -> assertThat(result.status()).isEqualTo(Result.Status.SKIPPED));
            assertThat(tenancy.exists(path + "/a")).isTrue();
        }
        tenancy.delete(true, documents);
    }

    private static List<String> names(ControlPlane controlPlane) {
        return LISTS.stream()
                .flatMap(list -> Stream.of(
                                controlPlane.administrator().get(list).orFail())
                        .flatMap(answer -> answer.at("/items").valueStream())
                        .map(item -> list + " "
                                + item.path("metadata").path("namespace").asString("") + " "
                                + item.path("metadata").path("name").asString("")))
                .map(name -> name.replace("  ", " "))
                .toList();
    }
}
