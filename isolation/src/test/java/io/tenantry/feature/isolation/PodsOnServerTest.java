package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.TENANTRY;
import static io.tenantry.testkit.Documents.profile;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Input;
import io.tenantry.testkit.controlplane.ApiAnswer;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the policies on pods let happen. */
@ControlPlaneTest(own = true)
class PodsOnServerTest {
    private static final String IMAGE = "registry.example/app@sha256:" + "0".repeat(64);
    private static final String OLD_IMAGE = "old.example/app:1";
    private static final String OPEN = "podSecurityPolicy: privileged";

    private static final AtomicInteger settings = new AtomicInteger();

    private ApiClient administrator;
    private ApiClient tenant;

    @BeforeEach
    void letTheTenantDoEverythingInItsNamespace(ControlPlane controlPlane) {
        administrator = controlPlane.administrator();
        tenant = controlPlane.as(Identity.user("tenant"));
    }

    @Test
    void leaveWhatWasThereBeforeASettingWasTightened() {
        apply(OPEN);
        var pod = pod("before", OLD_IMAGE);
        pod.getMetadata().setFinalizers(List.of("tenantry.test/held"));
        var deployment = deployment("before", OLD_IMAGE);
        tenant.create(pod).orFail();
        tenant.create(deployment).orFail();

        apply(OPEN, "allowedRegistries: [registry.example]");

        assertRefused(
                tenant.create(pod("after", OLD_IMAGE)), "image old.example/app is not from a registry that is allowed");
        assertRefused(tenant.patch(deployment, image("other.example/app")), "image other.example/app is not from");
        assertAdmitted(tenant.patch(deployment, "{\"spec\":{\"replicas\":0}}"));
        assertAdmitted(tenant.patch(deployment, "{\"metadata\":{\"annotations\":{\"a\":\"b\"}}}"));
        assertAdmitted(tenant.patch(deployment, image(IMAGE)));
        assertAdmitted(tenant.patch(pod, "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}"));
        assertAdmitted(tenant.delete(pod));
        assertAdmitted(tenant.patch(pod, "{\"metadata\":{\"finalizers\":null}}"));
    }

    @Test
    void judgeAHundredContainersWithinTheServersLimits() {
        var registries = IntStream.range(0, 20)
                .mapToObj(i -> "registry" + i + ".example/team/project")
                .toList();
        apply(
                OPEN,
                "isolation: {requireImageDigest: true}",
                "allowedRegistries: " + registries.subList(0, 10).toString().replace("]", ", registry.example]"),
                "blockedRegistries: " + registries.subList(10, 20),
                "appArmor: true",
                "selinux: true",
                "dedicatedNodes: true",
                "nodeAffinity: {pool: own}");
        var settled = Map.of(
                "appArmorProfile",
                Map.of("type", "RuntimeDefault"),
                "seLinuxOptions",
                Map.of("level", SelinuxLevels.ofName("acme")));
        var containers = IntStream.range(0, 100)
                .mapToObj(i -> Map.of("name", "c" + i, "image", IMAGE))
                .toList();
        var placed = Map.of(
                "containers",
                containers,
                "securityContext",
                settled,
                "nodeSelector",
                Map.of("pool", "own", "tenantry.io/tenant", "acme"),
                "tolerations",
                List.of(Map.of("key", "tenantry.io/tenant", "value", "acme")));

        assertAdmitted(tenant.create(pod("large", placed)));
        assertAdmitted(tenant.create(deployment("large", placed)));
        assertAdmitted(tenant.patch(
                deployment("large", Map.of()), "{\"spec\":{\"template\":{\"spec\":{\"hostname\":\"other\"}}}}"));
    }

    @Test
    void placePodsOnNodesOfTheTenantsOwn() {
        apply(OPEN, "dedicatedNodes: true", "nodeAffinity: {pool: own}");

        var created = tenant.create(pod("placed", IMAGE)).orFail();

        assertThat(created.at("/spec/nodeSelector").toString())
                .isEqualTo("{\"pool\":\"own\",\"tenantry.io/tenant\":\"acme\"}");
        assertThat(created.at("/spec/tolerations").toString())
                .contains("{\"key\":\"tenantry.io/tenant\",\"operator\":\"Equal\",\"value\":\"acme\","
                        + "\"effect\":\"NoSchedule\"}");
        assertAdmitted(tenant.create(deployment("placed", IMAGE)));
    }

    @Test
    void leaveTheSchedulersBindingAlone() {
        apply(OPEN);
        var pod = pod("bound", IMAGE);
        tenant.create(pod).orFail();
        var scheduler = administrator.as(Identity.user("system:kube-scheduler"));

        assertAdmitted(scheduler.send(
                "POST",
                scheduler.pathOf(pod) + "/binding",
                "application/json",
                "{\"apiVersion\":\"v1\",\"kind\":\"Binding\",\"metadata\":{\"name\":\"bound\"},"
                        + "\"target\":{\"kind\":\"Node\",\"name\":\"node-1\"}}"));
    }

    @Test
    void judgePodsThatControllersCreate() {
        apply(OPEN);
        var deployment = deployment("owned", OLD_IMAGE);
        tenant.create(deployment).orFail();
        apply(OPEN, "allowedRegistries: [registry.example]");

        assertAdmitted(tenant.patch(deployment, "{\"spec\":{\"replicas\":1}}"));

        Eventually.holds(
                "the controller is refused a pod",
                () -> administrator
                        .get("/apis/apps/v1/namespaces/acme/replicasets")
                        .text()
                        .contains("denied request: image old.example/app is not from a registry that is allowed"));
        assertAdmitted(tenant.patch(deployment, image(IMAGE)));
        Eventually.holds(
                "the controller creates a pod",
                () -> administrator
                        .get("/api/v1/namespaces/acme/pods?labelSelector=app%3Downed")
                        .at("/items/0")
                        .isObject());
    }

    /** Renders and applies the tenant acme, and waits until the API server judges by these settings. */
    private void apply(String... spec) {
        var runtime = "settings-" + settings.incrementAndGet();
        var lines = new ArrayList<>(List.of(spec));
        lines.add("namespaces: [{name: acme, isolation: {allowedRuntimeClasses: [" + runtime + "]}}]");
        var rendered = TENANTRY.render(
                Input.of(tenant("acme", lines.toArray(String[]::new)), profile("kubernetesVersion: \"1.36\"")));
        rendered.shared()
                .forEach(manifest -> administrator.apply(manifest.object()).orFail());
        rendered.objects(rendered.tenants().get(0))
                .forEach(manifest -> administrator.apply(manifest.object()).orFail());
        rights().forEach(right -> administrator.apply(right).orFail());
        var other = deployment("settings", Map.of("runtimeClassName", "none", "containers", containers(IMAGE)));
        Eventually.holds(
                "the policies know the settings",
                () -> tenant.dryRun().create(other).message().contains("must be one of: " + runtime));
    }

    private static List<HasMetadata> rights() {
        var group = "rbac.authorization.k8s.io";
        var all = Map.of("apiGroups", List.of("*"), "resources", List.of("*"), "verbs", List.of("*"));
        var subject = Map.of("apiGroup", group, "kind", "User", "name", "tenant");
        var role = Map.of("apiGroup", group, "kind", "Role", "name", "all");
        return List.of(
                GenericObject.of(group + "/v1", "Role", "acme", "all", Map.of("rules", List.of(all))),
                GenericObject.of(
                        group + "/v1",
                        "RoleBinding",
                        "acme",
                        "all",
                        Map.of("roleRef", role, "subjects", List.of(subject))));
    }

    private static void assertAdmitted(ApiAnswer answer) {
        assertThat(answer.message()).isEmpty();
    }

    private static void assertRefused(ApiAnswer answer, String words) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains(words);
    }

    private static HasMetadata pod(String name, Map<String, ?> spec) {
        return GenericObject.of("v1", "Pod", "acme", name, Map.of("spec", spec));
    }

    private static HasMetadata pod(String name, String image) {
        return pod(name, Map.of("containers", containers(image)));
    }

    private static HasMetadata deployment(String name, Map<String, ?> podSpec) {
        var labels = Map.of("app", name);
        var template = Map.of("metadata", Map.of("labels", labels), "spec", podSpec);
        var spec = Map.of("replicas", 0, "selector", Map.of("matchLabels", labels), "template", template);
        return GenericObject.of("apps/v1", "Deployment", "acme", name, Map.of("spec", spec));
    }

    private static HasMetadata deployment(String name, String image) {
        return deployment(name, Map.of("containers", containers(image)));
    }

    private static List<Map<String, String>> containers(String image) {
        return List.of(Map.of("name", "main", "image", image));
    }

    /** A patch of a Deployment. */
    private static String image(String image) {
        return "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"main\",\"image\":\"%s\"}]}}}}"
                .formatted(image);
    }
}
