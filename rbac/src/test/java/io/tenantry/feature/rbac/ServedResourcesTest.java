package io.tenantry.feature.rbac;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.ServedResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    /** Each namespaced resource as the table writes it, with the verbs of all versions. */
    private static List<String> served(ApiClient client) {
        var verbs = new TreeMap<String, Set<String>>();
        ServedResource.of(client).stream()
                .filter(ServedResource::namespaced)
                .forEach(resource -> verbs.computeIfAbsent(words(resource), none -> new TreeSet<>())
                        .addAll(resource.verbs()));
        return verbs.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + (entry.getValue().equals(ApiResource.ALL_VERBS) ? "all" : String.join(",", entry.getValue())))
                .toList();
    }

    private static String words(ServedResource resource) {
        return (resource.group().isEmpty() ? "core" : resource.group()) + " " + resource.name();
    }
}
