package io.tenantry.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.manifest.ManifestWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;
import org.yaml.snakeyaml.Yaml;

/** What the writer writes, and what readers of YAML 1.2 (core and JSON schema) and YAML 1.1 make of it. */
final class Readers {

    private Readers() {}

    static String yaml(@Nullable Object... roots) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var writer = ModelWriter.yaml(out);
        for (Object root : roots) {
            writer.write(root);
        }
        writer.generator().close();
        return out.toString(StandardCharsets.UTF_8);
    }

    static String yamlOf(HasMetadata... objects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ManifestWriter writer = ManifestWriter.yaml(out)) {
            for (HasMetadata object : objects) {
                writer.write(object);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static String jsonOf(HasMetadata... objects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ManifestWriter writer = ManifestWriter.json(out)) {
            for (HasMetadata object : objects) {
                writer.write(object);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static void assertReadsBack(@Nullable Object... roots) {
        String yaml = yaml(roots);
        assertThat(yaml1_2(yaml, new CoreSchema()))
                .as("YAML 1.2 core schema:\n%s", yaml)
                .containsExactly(roots);
        assertThat(yaml1_2(yaml, new JsonSchema()))
                .as("YAML 1.2 JSON schema:\n%s", yaml)
                .containsExactly(roots);
        assertThat(yaml1_1(yaml)).as("YAML 1.1:\n%s", yaml).containsExactly(roots);
    }

    static Object single(String yaml) {
        return yaml1_2(yaml, new CoreSchema()).get(0);
    }

    static List<Object> yaml1_2(String yaml, Schema schema) {
        LoadSettings settings = LoadSettings.builder().setSchema(schema).build();
        return StreamSupport.stream(new Load(settings).loadAllFromString(yaml).spliterator(), false)
                .toList();
    }

    static List<Object> yaml1_1(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .toList();
    }
}
