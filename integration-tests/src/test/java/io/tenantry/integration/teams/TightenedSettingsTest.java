package io.tenantry.integration.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.integration.cluster.Yaml;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.attack.AttackRun;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Rights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was admitted once can be looked after, made smaller and removed, however tight the settings have become. */
@ControlPlaneTest
class TightenedSettingsTest {
    private static final String NAME = "team-tightened";
    private static final String LOOSE = """
        isolationLevel: permissive
        podSecurityPolicy: privileged
        isolation: {restrictedCapabilities: [], allowPrivilegedContainers: true}
        """;
    private static final String TIGHT = """
        isolationLevel: strict
        podSecurityPolicy: restricted
        allowedRegistries: [registry.example]
        isolation: {allowedIngressHosts: [only.example], allowedStorageClasses: [slow]}
        """;

    private static final String LOOSE_OBJECTS = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: old, namespace: team-tightened, finalizers: [team.example/hold]}
        spec:
          replicas: 2
          selector: {matchLabels: {app: old}}
          template:
            metadata: {labels: {app: old}}
            spec:
              hostNetwork: true
              containers:
              - name: old
                image: nginx
                imagePullPolicy: Never
                ports: [{containerPort: 80, hostPort: 80}]
                securityContext: {privileged: true, capabilities: {add: [NET_ADMIN]}}
              volumes: [{name: host, hostPath: {path: /}}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: old, namespace: team-tightened}
        spec: {type: NodePort, selector: {app: old}, ports: [{port: 80}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: old, namespace: team-tightened}
        spec:
          rules:
          - host: old.example
            http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: old, port: {number: 80}}}}]}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: old, namespace: team-tightened, finalizers: [team.example/hold]}
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: fast
          volumeName: chosen
          resources: {requests: {storage: 1Gi}}
        """;

    @Test
    void keepWhatIsThereManageable(ControlPlane controlPlane) {
        var admin = controlPlane.as(Rights.user("admin@team.example"));
        var objects = Yaml.objects(LOOSE_OBJECTS, Map.of());
        var deployment = objects.get(0);
        var loose = Tenantry.discover().render(Input.of(tenant(LOOSE)));
        var tight = Tenantry.discover().render(Input.of(tenant(TIGHT)));
        AttackRun.on(controlPlane, loose);
        for (var object : objects) {
            Eventually.holds(object + " is admitted", () -> admin.create(object).succeeded());
        }
        Eventually.holds("pods run", () -> pods(controlPlane).size() == 2);
        var run = AttackRun.on(controlPlane, tight);
        try {
            prune(loose, tight, controlPlane.administrator());
            var further = "{\"spec\":{\"template\":{\"spec\":{\"hostPID\":true}}}}";
            Eventually.holds(
                    "the tight settings hold",
                    () -> admin.dryRun().patch(deployment, further).status() == 403);
            labelled(objects, admin);
            var pod = pods(controlPlane).get(0);
            assertThat(admin.send("PATCH", pod, "application/merge-patch+json", label("pod"))
                            .message())
                    .isEmpty();
            assertThat(admin.patch(deployment, "{\"spec\":{\"replicas\":0}}").message())
                    .isEmpty();
            Eventually.holds("pods are gone", () -> pods(controlPlane).isEmpty());
            removed(objects, admin);
        } finally {
            run.close();
        }
    }

    /** As apply does: what is rendered no more, such as the RoleBinding of the former level's role, goes. */
    private static void prune(Rendered before, Rendered now, ApiClient administrator) {
        var kept = now.objects(now.tenants().get(0)).stream().map(Manifest::key).toList();
        before.objects(before.tenants().get(0)).stream()
                .filter(manifest -> !kept.contains(manifest.key()))
                .forEach(manifest -> administrator.delete(manifest.object()).orFail());
    }

    private static void labelled(List<HasMetadata> objects, ApiClient admin) {
        assertThat(objects)
                .allSatisfy(object -> assertThat(
                                admin.patch(object, label("object")).message())
                        .as("%s", object)
                        .isEmpty());
    }

    /** Finalizers of the team's own are dropped once it is being deleted. */
    private static void removed(List<HasMetadata> objects, ApiClient admin) {
        for (var object : objects) {
            admin.delete(object).orFail();
            if (!object.getMetadata().getFinalizers().isEmpty()) {
                var drop = "{\"metadata\":{\"finalizers\":null}}";
                assertThat(admin.patch(object, drop).message()).as("%s", object).isEmpty();
            }
            Eventually.holds(object + " is gone", () -> admin.get(object).status() == 404);
        }
    }

    private static List<String> pods(ControlPlane controlPlane) {
        var path = "/api/v1/namespaces/" + NAME + "/pods";
        return controlPlane
                .administrator()
                .get(path + "?labelSelector=app=old")
                .orFail()
                .at("/items")
                .valueStream()
                .map(pod -> path + "/" + pod.at("/metadata/name").asString())
                .toList();
    }

    private static String label(String value) {
        return "{\"metadata\":{\"labels\":{\"kept\":\"" + value + "\"}}}";
    }

    private static Source tenant(String spec) {
        return Source.ofString("tenant.yaml", """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: %s}
            spec:
              admins: [admin@team.example]
            """.formatted(NAME) + spec.indent(2));
    }
}
