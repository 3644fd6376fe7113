package io.tenantry.feature.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Input;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.ManifestWriter;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.Documents;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Identity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What attacks cannot show: that the API server understands the policies, what they cost, and what they let be. */
@ControlPlaneTest(own = true)
class SharedPoliciesTest {
    private static final String NAMESPACE = "policies";
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final Identity INSIDER = Identity.user("insider", "system:authenticated");

    @Test
    void areTypeCheckedWithoutWarnings(ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        for (var policy : install(administrator).shared()) {
            if (policy.kind().equals("ValidatingAdmissionPolicy")) {
                var checked = Eventually.found(
                        policy.name() + " is type-checked",
                        () -> Optional.of(administrator.get(policy.object()))
                                .filter(answer -> answer.at("/status/observedGeneration")
                                        .equals(answer.at("/metadata/generation"))));
                assertThat(checked.at("/status/typeChecking/expressionWarnings"))
                        .as(policy.name())
                        .isEmpty();
            }
        }
    }

    /** Else each apply with nothing changed would ask for a dry run of them, which compiles them. */
    @Test
    void areStoredAsTheyAreWritten(ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        for (var policy : install(administrator).shared()) {
            if (policy.kind().startsWith("ValidatingAdmissionPolicy")) {
                var written = JsonMapper.shared().readTree(ManifestWriter.json(policy.object()));
                assertThat(administrator.get(policy.object()).at("/spec"))
                        .as(policy.name())
                        .isEqualTo(written.get("spec"));
            }
        }
    }

    @Test
    void affordLargeObjects(ControlPlane controlPlane) {
        install(controlPlane.administrator());
        var insider = controlPlane.as(INSIDER).dryRun();
        var accounts = many(400, i -> Map.of("kind", "ServiceAccount", "name", "sa" + i, "namespace", NAMESPACE));
        var binding = object(
                RBAC + "/v1",
                "RoleBinding",
                "large",
                Map.of("roleRef", reference("Role", "insider"), "subjects", accounts));
        var peers = many(100, i -> Map.of("podSelector", Map.of("matchLabels", Map.of("app", "app" + i))));
        var rules = many(20, i -> Map.of("from", peers, "ports", List.of(Map.of("port", 1000 + i))));
        var policy = object(
                "networking.k8s.io/v1",
                "NetworkPolicy",
                "large",
                Map.of("spec", Map.of("podSelector", Map.of(), "ingress", rules)));
        var hosts = many(200, i -> Map.of("host", "host" + i + ".apps.example.com"));
        var ingress = object("networking.k8s.io/v1", "Ingress", "large", Map.of("spec", Map.of("rules", hosts)));
        for (var large : List.of(binding, policy, ingress)) {
            admitted(insider, large);
        }
    }

    @Test
    void refuseANewNamespaceOfATenantToWhoeverMayMakeNamespaces(ControlPlane controlPlane) {
        install(controlPlane.administrator());
        var maker = controlPlane
                .as(Identity.user("namespace-maker", "namespace-makers"))
                .dryRun();
        controlPlane
                .administrator()
                .apply(clusterRole("namespace-makers", "namespaces"))
                .orFail();
        controlPlane
                .administrator()
                .apply(clusterRoleBinding("namespace-makers"))
                .orFail();
        var plain = GenericObject.of("v1", "Namespace", null, "made", Map.of());
        admitted(maker, plain);
        plain.getMetadata().setLabels(Map.of("tenantry.io/tenant", "policies"));
        Eventually.holds(
                "a namespace of a tenant is refused",
                () -> maker.create(plain).message().contains("tenantry-guard-namespaces"));
    }

    @Test
    void letTheVolumeBinderBind(ControlPlane controlPlane) {
        install(controlPlane.administrator());
        var size = Map.of("storage", "1Gi");
        var modes = List.of("ReadWriteOnce");
        var host = Map.of("path", "/nowhere");
        var spec = Map.of("capacity", size, "accessModes", modes, "storageClassName", "fast", "hostPath", host);
        var volume = GenericObject.of("v1", "PersistentVolume", null, "policies-volume", Map.of("spec", spec));
        controlPlane.administrator().apply(volume).orFail();
        var wanted = Map.of("accessModes", modes, "storageClassName", "fast", "resources", Map.of("requests", size));
        var claim = object("v1", "PersistentVolumeClaim", "data", Map.of("spec", wanted));
        Eventually.holds(
                "the claim is admitted",
                () -> controlPlane.as(INSIDER).create(claim).succeeded());
        Eventually.holds(
                "the claim is bound",
                () -> controlPlane
                        .administrator()
                        .get(claim)
                        .at("/status/phase")
                        .asString("")
                        .equals("Bound"));
        controlPlane.as(INSIDER).delete(claim).orFail();
    }

    @Test
    void letWhatExistsBeLabelledAndDeletedAfterItsSettingIsTightened(ControlPlane controlPlane) {
        install(controlPlane.administrator(), "{allowExternalNames: true}");
        var service = object(
                "v1",
                "Service",
                "outside",
                Map.of("spec", Map.of("type", "ExternalName", "externalName", "db.example.com")));
        Eventually.holds(
                "the Service is admitted",
                () -> controlPlane.as(INSIDER).create(service).succeeded());
        var ingress = object(
                "networking.k8s.io/v1",
                "Ingress",
                "shop",
                Map.of("spec", Map.of("rules", List.of(Map.of("host", "shop.example.com")))));
        admitted(controlPlane.as(INSIDER), ingress);

        install(controlPlane.administrator(), "{allowedIngressHosts: []}");
        var insider = controlPlane.as(INSIDER);
        Eventually.holds(
                "the setting is tightened",
                () -> !insider.patch(service, "{\"spec\":{\"externalName\":\"other.example.com\"}}")
                        .succeeded());
        Eventually.holds(
                "the hosts are tightened",
                () -> insider.dryRun()
                        .patch(ingress, "{\"spec\":{\"rules\":[{\"host\":\"other.example.com\"}]}}")
                        .message()
                        .contains("allowed are none"));
        for (var existing : List.of(service, ingress)) {
            insider.patch(existing, "{\"metadata\":{\"labels\":{\"seen\":\"true\"}}}")
                    .orFail();
            insider.delete(existing).orFail();
        }
    }

    @Test
    void letThePlatformDeleteANamespace(ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        var rendered = Tenants.TENANTRY.render(Input.of(Documents.tenant("leaving", "namespace: leaving")));
        apply(administrator, rendered);
        var namespace = rendered.objects(rendered.tenants().get(0)).get(0).object();
        administrator.delete(namespace).orFail();
        Eventually.holds(
                "the namespace is gone", () -> administrator.get(namespace).status() == 404);
    }

    private static Rendered install(ApiClient administrator) {
        return install(administrator, "{allowedIngressHosts: ['*.apps.example.com']}");
    }

    /** A tenant, and somebody with all rights in its namespace. */
    private static Rendered install(ApiClient administrator, String isolation) {
        var tenant = Documents.tenant("policies", "namespace: " + NAMESPACE, "isolation: " + isolation);
        var rendered = Tenants.TENANTRY.render(Input.of(tenant));
        apply(administrator, rendered);
        administrator
                .apply(object(RBAC + "/v1", "Role", "insider", Map.of("rules", List.of(everything()))))
                .orFail();
        administrator
                .apply(object(RBAC + "/v1", "RoleBinding", "insider", bound("Role", "insider", "User", "insider")))
                .orFail();
        return rendered;
    }

    private static void apply(ApiClient administrator, Rendered rendered) {
        rendered.shared().stream()
                .map(Manifest::object)
                .forEach(object -> administrator.apply(object).orFail());
        rendered.objects(rendered.tenants().get(0)).stream()
                .map(Manifest::object)
                .forEach(object -> administrator.apply(object).orFail());
    }

    /** Policies and rights take effect a moment after they are applied. */
    private static void admitted(ApiClient client, HasMetadata object) {
        Eventually.holds(
                object.getKind() + " " + object.getMetadata().getName() + " is admitted",
                () -> client.create(object).succeeded());
    }

    private static List<?> many(int count, IntFunction<?> item) {
        return IntStream.range(0, count).mapToObj(item).toList();
    }

    private static Map<String, ?> everything() {
        return Map.of("apiGroups", List.of("*"), "resources", List.of("*"), "verbs", List.of("*"));
    }

    private static HasMetadata clusterRole(String name, String resource) {
        var rule = Map.of("apiGroups", List.of(""), "resources", List.of(resource), "verbs", List.of("*"));
        return GenericObject.of(RBAC + "/v1", "ClusterRole", null, name, Map.of("rules", List.of(rule)));
    }

    private static HasMetadata clusterRoleBinding(String name) {
        return GenericObject.of(
                RBAC + "/v1", "ClusterRoleBinding", null, name, bound("ClusterRole", name, "Group", name));
    }

    private static Map<String, ?> bound(String roleKind, String role, String subjectKind, String subject) {
        return Map.of("roleRef", reference(roleKind, role), "subjects", List.of(reference(subjectKind, subject)));
    }

    private static Map<String, String> reference(String kind, String name) {
        return Map.of("apiGroup", RBAC, "kind", kind, "name", name);
    }

    private static GenericKubernetesResource object(
            String apiVersion, String kind, String name, Map<String, ?> fields) {
        return GenericObject.of(apiVersion, kind, NAMESPACE, name, fields);
    }
}
