package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.cluster.ApplyOptions;
import io.tenantry.cluster.Cluster;
import io.tenantry.cluster.Outcome;
import io.tenantry.cluster.Plan;
import io.tenantry.cluster.Progress;
import io.tenantry.cluster.server.Connection;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Identity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who applies tenants with every module, and looks at what is there then.
 *
 * @param namespace where the inventories are
 */
record Platform(ControlPlane controlPlane, Path kubeconfig, String namespace) {
    private static final Tenantry TENANTRY = Tenantry.discover();

    static Platform of(ControlPlane controlPlane) {
        return as(Identity.ADMINISTRATOR, controlPlane);
    }

    static Platform as(Identity identity, ControlPlane controlPlane) {
        return new Platform(controlPlane, controlPlane.kubeconfig(identity), "tenantry-system");
    }

    /** The same with inventories, and so with a lock, of its own. */
    Platform in(String platformNamespace) {
        return new Platform(controlPlane, kubeconfig, platformNamespace);
    }

    /** An ordinary tenant of two namespaces. */
    static String tenant(String name, String... lines) {
        return """
                apiVersion: tenantry.io/v1alpha1
                kind: Tenant
                metadata: {name: %1$s}
                spec:
                  admins: [admin@%1$s.example]
                  rbac: {developers: [group:%1$s], serviceAccounts: [deployer]}
                  namespaces: [{name: %1$s-prod}, {name: %1$s-dev}]
                """.formatted(name)
                + Stream.of(lines).map(line -> "  " + line + "\n").collect(Collectors.joining()) + "---\n";
    }

    /** Tenants with the profile of this cluster. */
    String input(String documents, String... profile) {
        return documents
                + """
                apiVersion: tenantry.io/v1alpha1
                kind: ClusterProfile
                metadata: {name: default}
                spec:
                  kubernetesVersion: "1.36"
                  platformNamespace: %s
                """.formatted(namespace)
                + Stream.of(profile).map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    static Rendered renderInput(String input) {
        return TENANTRY.render(Input.of(Source.ofString("tenants.yaml", input)));
    }

    Rendered render(String documents) {
        return renderInput(input(documents));
    }

    Cluster connect() {
        return Cluster.connect(Connection.usual().withKubeconfig(kubeconfig));
    }

    Plan plan(String documents, String... profile) {
        try (var cluster = connect()) {
            return cluster.planApply(renderInput(input(documents, profile)), ApplyOptions.NONE);
        }
    }

    Outcome apply(String documents) {
        return apply(documents, Progress.SILENT);
    }

    Outcome apply(String documents, Progress progress) {
        return apply(render(documents), progress);
    }

    Outcome apply(Rendered rendered, Progress progress) {
        try (var cluster = connect()) {
            return cluster.execute(cluster.planApply(rendered, ApplyOptions.NONE), progress);
        }
    }

    Outcome delete(String documents) {
        try (var cluster = connect()) {
            return cluster.execute(cluster.planDelete(render(documents), true), Progress.SILENT);
        }
    }

    ServerObjects objects() {
        return ServerObjects.of(controlPlane.administrator());
    }

    /** A strict server takes all of it, a second run writes nothing, and nothing is left to do. */
    void assertTakenOnce(Rendered rendered) {
        var first = apply(rendered, Progress.SILENT);
        assertThat(first.failures()).isEmpty();
        assertThat(first.waiting()).isEmpty();
        assertThat(first.results()).hasSizeGreaterThan(rendered.tenants().size());

        var before = settledVersions();
        assertThat(apply(rendered, Progress.SILENT).results()).isEmpty();
        assertThat(objects().versions().entrySet()).containsExactlyElementsOf(before.entrySet());
        try (var cluster = connect()) {
            assertThat(cluster.diff(rendered).isEmpty()).isTrue();
        }
    }

    /** The versions once controllers no longer count: they go over quotas again that they have counted. */
    private SortedMap<String, String> settledVersions() {
        var last = new ArrayList<>(List.of(objects().versions()));
        return Eventually.found("controllers leave the objects alone", () -> {
            var now = objects().versions();
            return now.equals(last.set(0, now)) ? Optional.of(now) : Optional.empty();
        });
    }

    /** Everything that is rendered is there, nothing else is, the inventories say so, and nothing is left to do. */
    void assertComplete(String documents) {
        var rendered = render(documents);
        var tenants = rendered.tenants().stream().map(Tenant::name).collect(Collectors.toCollection(TreeSet::new));
        var wanted = new TreeSet<String>();
        for (var tenant : rendered.tenants()) {
            var keys = keys(rendered.objects(tenant));
            assertThat(inventory(tenant.name())).isEqualTo(keys);
            wanted.addAll(keys);
        }
        var there = new TreeSet<>(objects().ofTenants(tenants));
        there.removeIf(key -> key.contains("/tenantry-inventory-"));
        assertThat(there).isEqualTo(wanted);
        assertThat(inventory("")).containsAll(keys(rendered.shared()));
        try (var cluster = connect()) {
            assertThat(cluster.diff(rendered).isEmpty()).isTrue();
        }
    }

    private Set<String> inventory(String tenant) {
        var name = tenant.isEmpty() ? "tenantry-inventory" : "tenantry-inventory-" + tenant;
        return controlPlane
                .administrator()
                .get("/api/v1/namespaces/" + namespace + "/configmaps/" + name)
                .orFail()
                .at("/data/objects")
                .asString()
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(List<Manifest> manifests) {
        return manifests.stream().map(Manifest::key).collect(Collectors.toCollection(TreeSet::new));
    }
}
