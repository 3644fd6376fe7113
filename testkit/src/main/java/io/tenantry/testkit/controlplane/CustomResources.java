package io.tenantry.testkit.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Installs CustomResourceDefinitions and waits until their objects can be stored.
 *
 * <pre>{@code
 * CustomResources.install(Path.of("../crds"), controlPlane.administrator());
 * }</pre>
 */
public final class CustomResources {
    private static final String PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/";
    private static final String APPLY = "?fieldManager=tests";

    private CustomResources() {}

    /** Installs every {@code *.yaml} of a directory, each one definition. */
    public static void install(Path directory, ApiClient administrator) {
        List<Path> files;
        try (var found = Files.list(directory)) {
            files = found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
        var names =
                files.stream().map(file -> install(text(file), administrator)).toList();
        names.forEach(name -> awaitServed(name, administrator));
    }

    private static String install(String definition, ApiClient administrator) {
        var name = definition
                .lines()
                .filter(line -> line.startsWith("  name: "))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a definition without a name: " + definition))
                .substring("  name: ".length())
                .strip();
        administrator
                .send("PATCH", PATH + name + APPLY, "application/apply-patch+yaml", definition)
                .orFail();
        return name;
    }

    /** A definition is established a moment before its objects can be listed. */
    private static void awaitServed(String name, ApiClient administrator) {
        Eventually.holds(name + " is served", () -> {
            var definition = administrator.get(PATH + name).body();
            return isEstablished(definition)
                    && administrator.get(listOf(definition)).succeeded();
        });
    }

    private static boolean isEstablished(JsonNode definition) {
        for (var condition : definition.at("/status/conditions")) {
            if (condition.path("type").asString().equals("Established")
                    && condition.path("status").asString().equals("True")) {
                return true;
            }
        }
        return false;
    }

    private static String listOf(JsonNode definition) {
        var spec = definition.path("spec");
        var versions = spec.path("versions");
        for (var version : versions) {
            if (version.path("served").asBoolean()) {
                return "/apis/" + spec.path("group").asString() + "/"
                        + version.path("name").asString() + "/"
                        + spec.at("/names/plural").asString();
            }
        }
        throw new IllegalArgumentException("a definition that serves no version");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
