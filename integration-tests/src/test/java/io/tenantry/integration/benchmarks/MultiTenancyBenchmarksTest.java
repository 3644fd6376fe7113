package io.tenantry.integration.benchmarks;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.integration.cluster.Yaml;
import io.tenantry.testkit.attack.AttackReport;
import io.tenantry.testkit.attack.AttackRun;
import io.tenantry.testkit.controlplane.ApiAnswer;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Rights;
import io.tenantry.testkit.controlplane.ServedResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All checks, on tenants under strict and under standard.
 *
 * <p>Those that a single request shows are attacks of the modules, with the check's id. Those that ask for all resources
 * walk the discovery of the server.
 *
 * @see <a href="https://github.com/kubernetes-retired/multi-tenancy/tree/master/benchmarks">Multi-Tenancy Benchmarks</a>
 */
@ControlPlaneTest
class MultiTenancyBenchmarksTest {
    private static final String TENANT = """
        apiVersion: tenantry.io/v1alpha1
        kind: Tenant
        metadata: {name: mtb-%1$s}
        spec:
          isolationLevel: %1$s
          cpuQuota: "20"
          memoryQuota: 40Gi
          podQuota: 20
          admins: [admin@mtb-%1$s.example]
          rbac: {developers: [developer@mtb-%1$s.example], viewers: [viewer@mtb-%1$s.example]}
        """;

    private static final List<String> CHECKS = List.of(
            "PL1-CC-CPI-1/cluster-scoped",
            "PL1-BC-CPI-2/managed-objects",
            "PL1-BC-CPI-3/added-capabilities",
            "PL1-BC-CPI-4/run-as-root",
            "PL1-BC-CPI-5/privileged",
            "PL1-BC-CPI-6/privilege-escalation",
            "PL1-CC-FNS-1/quota-sizes",
            "PL1-CC-FNS-2/quota-counts",
            "PL1-CC-TI-1/resource-quotas",
            "PL1-CC-TI-2/other-tenants",
            "PL1-BC-HI-1/host-path",
            "PL1-BC-HI-1/node-port",
            "PL1-BC-HI-3/host-network",
            "PL1-BC-HI-3/host-ports",
            "PL1-BC-HI-4/host-pid",
            "PL1-BC-HI-5/host-ipc",
            "PL1-CC-DI-1/pull-policy",
            "PL2-BC-OPS-3/roles",
            "PL2-BC-OPS-4/network-policies");

    /** What is shown here, beside the attacks or instead of them. */
    private static final List<String> SHOWN_HERE = List.of(
            "PL1-CC-CPI-1/cluster-scoped",
            "PL1-BC-CPI-2/managed-objects",
            "PL1-CC-FNS-1/quota-sizes",
            "PL1-CC-FNS-2/quota-counts",
            "PL1-CC-TI-2/other-tenants",
            "PL1-BC-HI-1/node-port",
            "PL2-BC-OPS-3/roles",
            "PL2-BC-OPS-4/network-policies");

    private static AttackRun run;
    private static AttackReport report;
    private static ControlPlane controlPlane;

    @BeforeAll
    static void attack(ControlPlane shared) {
        controlPlane = shared;
        run = AttackRun.on(
                controlPlane,
                Tenantry.discover()
                        .render(Input.of(
                                tenant("strict", "  allowedRegistries: [registry.example]"), tenant("standard", ""))));
        report = run.attack(attack -> attack.id().startsWith("mtb/"));
    }

    @AfterAll
    static void remove() {
        run.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtb-strict", "mtb-standard"})
    void areAllShown(String tenant) {
        var shown = report.findings().stream()
                .filter(finding -> finding.tenant().equals(tenant))
                .map(finding -> finding.attack().id())
                .map(id -> id.split("/", -1)[1] + "/" + id.split("/", -1)[2])
                .collect(toCollection(TreeSet::new));
        shown.addAll(SHOWN_HERE);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(CHECKS);
    }

    @Test
    void areDeniedByTheLayersNamed() {
        assertThat(report.failures()).isEmpty();
    }

    /** PL1-CC-CPI-1. */
    @ParameterizedTest
    @ValueSource(strings = {"mtb-strict", "mtb-standard"})
    void nobodyReadsOrUpdatesWhatHasNoNamespace(String tenant) {
        var rights = served().stream()
                .filter(resource -> !resource.namespaced())
                .flatMap(resource ->
                        Stream.of("get", "update").map(verb -> List.of(verb, resource.group(), resource.name())))
                .distinct()
                .toList();
        assertThat(rights).hasSizeGreaterThan(50);
        assertThat(rights.parallelStream()
                        .filter(right ->
                                Rights.allow(admin(tenant), right.get(0), right.get(1), right.get(2), "", tenant)))
                .isEmpty();
        assertThat(Rights.allow(admin(tenant), "get", "", "namespaces", tenant, tenant))
                .isFalse();
        assertThat(Rights.allow(admin(tenant), "update", "", "namespaces", tenant, tenant))
                .isFalse();
    }

    /** PL1-BC-CPI-2. */
    @ParameterizedTest
    @ValueSource(strings = {"mtb-strict", "mtb-standard"})
    void nobodyDeletesWhatThePlatformOwns(String tenant) {
        var owned = served().stream()
                .filter(resource -> resource.namespaced() && resource.verbs().containsAll(List.of("list", "delete")))
                .map(resource -> resource.path().formatted(tenant))
                .flatMap(path -> names(path).stream().map(name -> path + "/" + name))
                .toList();
        assertThat(owned).hasSizeGreaterThan(5);
        assertThat(owned)
                .allSatisfy(path -> assertThat(admin(tenant).dryRun().send("DELETE", path, null, ""))
                        .extracting(ApiAnswer::status)
                        .as(path)
                        .isEqualTo(403));
    }

    /** PL1-CC-FNS-1 and PL1-CC-FNS-2: the quotas that the benchmarks ask for, as the quota controller took them. */
    @ParameterizedTest
    @ValueSource(strings = {"mtb-strict", "mtb-standard"})
    void quotasBoundWhatATenantUses(String tenant) {
        var path = "/api/v1/namespaces/" + tenant + "/resourcequotas/tenantry-quota";
        var hard = Eventually.found("the quota of " + tenant + " is in force", () -> {
            var status = controlPlane.administrator().get(path).orFail().at("/status/hard");
            return status.isEmpty() ? Optional.empty() : Optional.of(status);
        });
        assertThat(hard.propertyNames())
                .contains("requests.cpu", "requests.memory", "requests.ephemeral-storage")
                .contains(
                        "pods",
                        "services",
                        "replicationcontrollers",
                        "resourcequotas",
                        "secrets",
                        "configmaps",
                        "persistentvolumeclaims",
                        "services.nodeports",
                        "services.loadbalancers");
    }

    /** PL1-CC-TI-2, both ways, for everybody. */
    @ParameterizedTest
    @CsvSource({"mtb-strict, mtb-standard", "mtb-standard, mtb-strict"})
    void nobodyHasRightsInTheNamespacesOfOthers(String tenant, String other) {
        for (var role : List.of("admin", "developer", "viewer")) {
            var person = Rights.user(role + "@" + tenant + ".example");
            assertThat(Rights.of(person, tenant, controlPlane)).isNotEmpty();
            assertThat(Rights.of(person, other, controlPlane)).isEmpty();
        }
    }

    /** PL1-BC-HI-1, the second of that id. */
    @ParameterizedTest
    @ValueSource(strings = {"mtb-strict", "mtb-standard"})
    void nobodyOpensNodePorts(String tenant) {
        for (var type : List.of("NodePort", "ClusterIP")) {
            var service = "{apiVersion: v1, kind: Service, metadata: {name: mtb, namespace: %s},"
                    + " spec: {type: %s, ports: [{port: 80}]}}";
            var answer = admin(tenant)
                    .dryRun()
                    .create(Yaml.objects(service.formatted(tenant, type), Map.of())
                            .get(0));
            assertThat(answer.status()).as(answer.message()).isEqualTo(type.equals("NodePort") ? 403 : 201);
        }
    }

    /** PL2-BC-OPS-3 and PL2-BC-OPS-4. */
    @ParameterizedTest
    @ValueSource(strings = {"mtb-strict", "mtb-standard"})
    void administratorsManageRolesAndNetworkPolicies(String tenant) {
        var own = Yaml.directory(Path.of("src/test/benchmarks"), Map.of("namespace", tenant));
        var label = "{\"metadata\":{\"labels\":{\"changed\":\"yes\"}}}";
        own.forEach(object -> admin(tenant).create(object).orFail());
        own.forEach(object -> admin(tenant).patch(object, label).orFail());
        own.forEach(object -> admin(tenant).delete(object).orFail());
    }

    private static Source tenant(String level, String more) {
        return Source.ofString(level + ".yaml", TENANT.formatted(level) + more);
    }

    private static List<ServedResource> served() {
        return ServedResource.of(controlPlane.administrator());
    }

    private static List<String> names(String path) {
        var list = controlPlane
                .administrator()
                .get(path + "?labelSelector=app.kubernetes.io/managed-by=tenantry")
                .orFail();
        return list.at("/items")
                .valueStream()
                .map(item -> item.at("/metadata/name").asString())
                .toList();
    }

    private static ApiClient admin(String tenant) {
        return controlPlane.as(Rights.user("admin@" + tenant + ".example"));
    }
}
