package io.tenantry.testkit.controlplane;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.manifest.ManifestWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Objects as JSON, written as Tenantry itself writes them. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static String of(HasMetadata object) {
        var out = new ByteArrayOutputStream();
        try (var writer = ManifestWriter.json(out)) {
            writer.write(object);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + object, e);
        }
        return MAPPER.readTree(out.toString(UTF_8)).path("items").path(0).toString();
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return StringNode.valueOf(text);
        }
    }
}
