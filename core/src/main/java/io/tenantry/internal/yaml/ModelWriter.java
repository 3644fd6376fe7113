package io.tenantry.internal.yaml;

import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * Kubernetes objects as YAML or JSON: the same keys and values as fabric8's {@code Serialization}, map keys sorted.
 *
 * <p>Classes that {@link ModelShape} knows are written as they are, everything else by Jackson, whose start alone takes
 * longer than the rest of a short run.
 */
public final class ModelWriter {

    private final JsonGenerator generator;

    private ModelWriter(JsonFactory factory, OutputStream out) {
        generator = factory.createGenerator(new Context(), out);
    }

    public static ModelWriter yaml(OutputStream out) {
        return new ModelWriter(Yaml.FACTORY, out);
    }

    public static ModelWriter json(OutputStream out) {
        return new ModelWriter(Json.FACTORY, out);
    }

    /** Made when first asked for: a process seldom writes both. */
    private static final class Yaml {
        static final JsonFactory FACTORY = new YamlFactory(settings());
    }

    private static final class Json {
        static final JsonFactory FACTORY = settings().build();
    }

    /** Gives back to us the values of models that Jackson writes. */
    private final class Context extends ObjectWriteContext.Base {
        @Override
        public void writeValue(JsonGenerator unused, Object value) {
            write(value);
        }
    }

    private static JsonFactoryBuilder settings() {
        return JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.AUTO_CLOSE_CONTENT);
    }

    /** What the values go to, for the text around them. */
    public JsonGenerator generator() {
        return generator;
    }

    /** Writes a model, or a value of one. */
    public void write(@Nullable Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof List<?> list) {
            writeList(list);
        } else {
            var shape = ModelShape.of(value.getClass());
            if (shape != null) {
                writeModel(value, shape);
            } else {
                writeScalar(value);
            }
        }
    }

    private void writeModel(Object model, ModelShape shape) {
        var additional = shape.additional(model);
        generator.writeStartObject();
        for (var property : shape.properties()) {
            var value = property.of(model);
            if (value != null && !isEmpty(value) && !additional.containsKey(property.name())) {
                generator.writeName(property.name());
                write(value);
            }
        }
        if (!additional.isEmpty()) {
            writeEntries(additional.keySet().toArray(), additional);
        }
        generator.writeEndObject();
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof List<?> list && list.isEmpty()) || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private void writeMap(Map<?, ?> map) {
        var keys = map.keySet().toArray();
        if (!areTexts(keys)) {
            writeScalar(map);
            return;
        }
        generator.writeStartObject();
        writeEntries(keys, map);
        generator.writeEndObject();
    }

    private static boolean areTexts(Object[] keys) {
        for (var key : keys) {
            if (!(key instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private void writeEntries(Object[] keys, Map<?, ?> map) {
        Arrays.sort(keys);
        for (var key : keys) {
            generator.writeName((String) key);
            write(map.get(key));
        }
    }

    private void writeList(List<?> list) {
        generator.writeStartArray();
        for (var element : list) {
            write(element);
        }
        generator.writeEndArray();
    }

    private void writeScalar(Object value) {
        var type = value.getClass();
        if (type == Quantity.class) {
            var quantity = (Quantity) value;
            var format = text(quantity.getFormat());
            generator.writeString(format.isEmpty() ? text(quantity.getAmount()) : text(quantity.getAmount()) + format);
        } else if (type == IntOrString.class || type == AnyType.class) {
            write(((AnyType) value).getValue());
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else {
            ManifestMapper.write(value, generator);
        }
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
