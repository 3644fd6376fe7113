package io.tenantry.feature.rbac;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@ControlPlaneTest
class ServedResourcesTest {
    /** Of an add-on that nearly every cluster has; the API server itself does not serve it. */
    private static final Set<String> NOT_OF_KUBERNETES = Set.of("metrics.k8s.io pods get,list");

    @Test
    void areThoseOfTheTable(ControlPlane controlPlane) throws IOException {
        var table = new ArrayList<>(table());
        assertThat(table.removeAll(NOT_OF_KUBERNETES)).isTrue();
        assertThat(table).containsExactlyInAnyOrderElementsOf(served(controlPlane.administrator()));
    }

    private static List<String> table() throws IOException {
        try (var file = NamespacedResources.class.getResourceAsStream("namespaced-resources.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.lastIndexOf(' ')))
                    .toList();
        }
    }

    /** Each namespaced resource as the table writes it. */
    private static List<String> served(ApiClient client) {
        var verbs = new TreeMap<String, Set<String>>();
        collect("core", "/api/v1", client, verbs);
        for (var group : client.get("/apis").at("/groups")) {
            for (var version : group.path("versions")) {
                collect(
                        group.path("name").asString(),
                        "/apis/" + version.path("groupVersion").asString(),
                        client,
                        verbs);
            }
        }
        return verbs.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + (entry.getValue().equals(ApiResource.ALL_VERBS) ? "all" : String.join(",", entry.getValue())))
                .toList();
    }

    private static void collect(String group, String path, ApiClient client, Map<String, Set<String>> verbs) {
        for (var resource : client.get(path).at("/resources")) {
            if (resource.path("namespaced").asBoolean()) {
                var known = verbs.computeIfAbsent(
                        group + " " + resource.path("name").asString(), none -> new TreeSet<>());
                resource.path("verbs").forEach(verb -> known.add(verb.asString()));
            }
        }
    }
}
