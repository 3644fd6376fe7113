package io.tenantry.integration.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.integration.cluster.Yaml;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.testkit.attack.AttackRun;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Identity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A team under each level at work, on a cluster where each layer denies an attack on it: its people apply what teams apply,
 * and the cluster's controllers do their part.
 */
@ControlPlaneTest
@TestMethodOrder(OrderAnnotation.class)
class OrdinaryTeamsTest {
    private static final Set<String> OF_DEVELOPERS =
            Set.of("Deployment", "StatefulSet", "Service", "ConfigMap", "Secret");
    private static final String JSON = "application/json";
    private static final String NODE = "team-node";

    private static ControlPlane controlPlane;
    private static AttackRun run;

    @BeforeAll
    static void apply(ControlPlane shared) {
        controlPlane = shared;
        var tenants = Team.ALL.stream().map(Team::document).collect(Collectors.joining("---\n"));
        run = AttackRun.on(controlPlane, Tenantry.discover().render(Input.of(Source.ofString("teams.yaml", tenants))));
        Yaml.objects("""
            apiVersion: v1
            kind: Node
            metadata: {name: team-node}
            ---
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast}
            provisioner: kubernetes.io/no-provisioner
            """, Map.of())
                .forEach(object -> administrator().apply(object).orFail());
        teams().flatMap(OrdinaryTeamsTest::volumes)
                .forEach(volume -> administrator().apply(volume).orFail());
    }

    private static Stream<HasMetadata> volumes(Team team) {
        return Yaml.objects("""
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: "${namespace}-uploads"}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: fast
              claimRef: {namespace: "${namespace}", name: uploads}
              hostPath: {path: /uploads}
            """, team.values()).stream();
    }

    @AfterAll
    static void remove() {
        administrator().send("DELETE", "/api/v1/nodes/" + NODE, null, "");
        run.close();
    }

    static Stream<Team> teams() {
        return Team.ALL.stream();
    }

    /** Without this, that everything ordinary is admitted would show nothing. */
    @Test
    @Order(1)
    void areProtected() {
        var attacked = new HashSet<List<Layer>>();
        assertThat(run.attack(attack -> attacked.add(attack.layers())).failures())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("teams")
    @Order(2)
    void admitsWhatDevelopersMayApplyAndForbidsTheRest(Team team) {
        var developer = team.as("developer", controlPlane).dryRun();
        for (var object : team.manifests()) {
            var answer = developer.create(object);
            if (OF_DEVELOPERS.contains(object.getKind())) {
                assertThat(answer.message()).as("%s", object).isEmpty();
            } else {
                assertThat(answer.status()).as("%s", object).isEqualTo(403);
                assertThat(answer.message()).contains("cannot create resource");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("teams")
    @Order(3)
    void admitsWhatAdministratorsApply(Team team) {
        var admin = team.as("admin", controlPlane);
        assertThat(team.manifests())
                .hasSizeGreaterThan(15)
                .allSatisfy(object -> assertThat(admin.create(object).message())
                        .as("%s", object)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("teams")
    @Order(4)
    void letsControllersMakePodsForThem(Team team) {
        for (var workload :
                Map.of("web", 2, "database", 2, "import", 1, "cache", 1).entrySet()) {
            Eventually.holds(
                    "the pods of " + workload.getKey() + " of " + team.name() + " are there",
                    () -> pods(team, workload.getKey()) == workload.getValue());
        }
        var claim = "/api/v1/namespaces/" + team.name() + "/persistentvolumeclaims/data-database-1";
        assertThat(administrator().get(claim).succeeded()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("teams")
    @Order(5)
    void letsTheClusterDoItsPart(Team team) {
        var slices = "/apis/discovery.k8s.io/v1/namespaces/" + team.name()
                + "/endpointslices?labelSelector=kubernetes.io/service-name=web";
        Eventually.holds(
                "web of " + team.name() + " has an EndpointSlice",
                () -> administrator().get(slices).at("/items").size() > 0);
        Eventually.holds(
                "the autoscaler of " + team.name() + " looked at web",
                () -> administrator()
                                .get("/apis/autoscaling/v2/namespaces/" + team.name() + "/horizontalpodautoscalers/web")
                                .at("/status/conditions")
                                .size()
                        > 0);
        Eventually.holds(
                "the quota of " + team.name() + " counts pods",
                () -> administrator()
                                .get("/api/v1/namespaces/" + team.name() + "/resourcequotas/tenantry-quota")
                                .at("/status/used/pods")
                                .asString("0")
                                .compareTo("0")
                        > 0);
    }

    @ParameterizedTest
    @MethodSource("teams")
    @Order(6)
    void letsTheVolumeBinderBind(Team team) {
        Eventually.holds(
                "the claim of " + team.name() + " is bound",
                () -> administrator()
                        .get("/api/v1/namespaces/" + team.name() + "/persistentvolumeclaims/uploads")
                        .at("/status/phase")
                        .asString("")
                        .equals("Bound"));
    }

    @ParameterizedTest
    @MethodSource("teams")
    @Order(7)
    void letsTheSchedulerBindAndAdministratorsDebug(Team team) {
        var pod = podOf(team, "import");
        var binding = """
            {"apiVersion": "v1", "kind": "Binding", "metadata": {"name": "%s"},
             "target": {"apiVersion": "v1", "kind": "Node", "name": "%s"}}\
            """.formatted(pod.substring(pod.lastIndexOf('/') + 1), NODE);
        var scheduler = controlPlane.as(Identity.user("system:kube-scheduler", "system:authenticated"));
        assertThat(scheduler.send("POST", pod + "/binding", JSON, binding).message())
                .isEmpty();
        var debugger = """
            {"spec": {"ephemeralContainers": [{"name": "debugger", "image": "%s", "securityContext":
            {"allowPrivilegeEscalation": false, "runAsNonRoot": true, "capabilities": {"drop": ["ALL"]},
             "seccompProfile": {"type": "RuntimeDefault"}}}]}}\
            """.formatted(team.image());
        var admin = team.as("admin", controlPlane);
        var patch = "application/strategic-merge-patch+json";
        assertThat(admin.send("PATCH", pod + "/ephemeralcontainers", patch, debugger)
                        .message())
                .isEmpty();
        admin.send("DELETE", pod + "?gracePeriodSeconds=0", null, "").orFail();
    }

    @ParameterizedTest
    @MethodSource("teams")
    @Order(8)
    void letsTheGarbageCollectorSweep(Team team) {
        var web = "/apis/apps/v1/namespaces/" + team.name() + "/deployments/web";
        team.as("admin", controlPlane).send("DELETE", web, null, "").orFail();
        Eventually.holds("the pods of web of " + team.name() + " are gone", () -> pods(team, "web") == 0);
    }

    @Test
    @Order(9)
    void letsThePlatformDeleteNamespaces() {
        var namespaces =
                teams().map(team -> "/api/v1/namespaces/" + team.name()).toList();
        namespaces.forEach(
                path -> administrator().send("DELETE", path, null, "").orFail());
        namespaces.forEach(path -> Eventually.holds(
                path + " is gone", () -> administrator().get(path).status() == 404));
    }

    private static long pods(Team team, String name) {
        return administrator().get(podsOf(team, name)).orFail().at("/items").size();
    }

    private static String podOf(Team team, String name) {
        var pod = administrator()
                .get(podsOf(team, name))
                .orFail()
                .at("/items/0/metadata/name")
                .asString();
        return "/api/v1/namespaces/" + team.name() + "/pods/" + pod;
    }

    private static String podsOf(Team team, String name) {
        return "/api/v1/namespaces/" + team.name() + "/pods?labelSelector=app.kubernetes.io/name=" + name;
    }

    private static ApiClient administrator() {
        return controlPlane.administrator();
    }
}
