package io.tenantry.integration.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** Objects that are written as YAML, the way that teams write them. */
public final class Yaml {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Yaml() {}

    /** The objects of every file of a directory, by name; {@code ${key}} stands for its value. */
    public static List<HasMetadata> directory(Path directory, Map<String, String> values) {
        try (var files = Files.list(directory)) {
            var objects = new ArrayList<HasMetadata>();
            for (var file : files.sorted().toList()) {
                objects.addAll(objects(Files.readString(file), values));
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    /** The objects of a text with several documents. */
    public static List<HasMetadata> objects(String text, Map<String, String> values) {
        var filled = text;
        for (var entry : values.entrySet()) {
            filled = filled.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        var objects = new ArrayList<HasMetadata>();
        for (var document : new Load(LoadSettings.builder().build()).loadAllFromString(filled)) {
            objects.add(MAPPER.convertValue(document, GenericKubernetesResource.class));
        }
        return objects;
    }
}
