package io.tenantry.cli;

import io.tenantry.cli.ResourceList.FileReference;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a ResourceList into maps, lists and scalars, with every number as exact as it was written. */
final class ResourceListReader {
    static final String API_VERSION = "config.kubernetes.io/v1";
    static final String KIND = "ResourceList";
    private static final String[] PREFIXES = {"internal.config.kubernetes.io/", "config.kubernetes.io/"};

    private ResourceListReader() {}

    static Map<?, ?> read(InputStream in) throws IOException, MalformedListException {
        if (load(text(in)) instanceof Map<?, ?> map && KIND.equals(map.get("kind"))) {
            return map;
        }
        throw new MalformedListException(
                "is not of kind ResourceList but must be; let kustomize or kpt call the program");
    }

    private static String text(InputStream in) throws IOException, MalformedListException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedListException("is not UTF-8 but must be");
        }
    }

    private static @Nullable Object load(String text) throws MalformedListException {
        var settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setTagConstructors(Map.of(Tag.FLOAT, ResourceListReader::decimal))
                .build();
        try {
            return new Load(settings).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new MalformedListException("is not one YAML document: " + OneLine.of(e.getMessage()));
        } catch (StackOverflowError e) {
            throw new MalformedListException("is nested too deeply to be a ResourceList");
        }
    }

    private static Object decimal(Node node) {
        var written = ((ScalarNode) node).getValue();
        try {
            return new BigDecimal(written);
        } catch (NumberFormatException notFinite) {
            return written;
        }
    }

    /** The file that an item came from, by the annotations that its orchestrator set. */
    static FileReference origin(Object item) {
        var annotations = metadata(item, "annotations");
        for (var prefix : PREFIXES) {
            if (annotations.get(prefix + "path") instanceof String path) {
                return new FileReference(path, index(annotations.get(prefix + "index")));
            }
        }
        return new FileReference("stdin", 0);
    }

    /** The labels or annotations of an item, empty for what has none. */
    static Map<?, ?> metadata(Object item, String key) {
        return item instanceof Map<?, ?> map
                        && map.get("metadata") instanceof Map<?, ?> metadata
                        && metadata.get(key) instanceof Map<?, ?> found
                ? found
                : Map.of();
    }

    private static int index(@Nullable Object annotation) {
        try {
            return Integer.parseInt(String.valueOf(annotation));
        } catch (NumberFormatException absent) {
            return 0;
        }
    }
}
