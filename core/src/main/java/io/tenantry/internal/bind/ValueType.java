package io.tenantry.internal.bind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a Java type is written in a document. */
public sealed interface ValueType {

    /** One scalar. */
    record ScalarType(ScalarReader reader) implements ValueType {}

    record ListType(ValueType element) implements ValueType {}

    /** A mapping with free keys. */
    record MapType(ValueType value) implements ValueType {}

    /** A mapping with the keys of a record; with {@code scalar}, one scalar may stand for it. */
    record RecordType(RecordShape shape, @Nullable ScalarReader scalar) implements ValueType {}

    /** What stands under a key, or at an index, of a value of this type; null where nothing can. */
    default @Nullable ValueType at(String key) {
        if (this instanceof RecordType record) {
            int index = record.shape().indexOf(key);
            return index < 0 ? null : record.shape().components().get(index).type();
        }
        return this instanceof ListType list ? list.element() : this instanceof MapType map ? map.value() : null;
    }

    /**
     * The value type of a Java type.
     *
     * @throws IllegalArgumentException when there is none; the message says which types there are
     */
    static ValueType of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (!(type instanceof Class<?> raw)) {
            throw unreadable(type);
        }
        var scalar = scalar(raw);
        if (scalar != null) {
            return new ScalarType(scalar);
        }
        var creator = creator(raw);
        var fromText = creator == null ? null : ScalarReader.by(creator);
        boolean onlyText =
                creator != null && creator.getAnnotation(JsonCreator.class).mode() == Mode.DELEGATING;
        if (raw.isRecord() && !onlyText) {
            return new RecordType(RecordShape.of(raw), fromText);
        }
        if (fromText != null) {
            return new ScalarType(fromText);
        }
        throw unreadable(type);
    }

    private static ValueType ofGeneric(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new ListType(of(arguments[0]));
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return new MapType(of(arguments[1]));
        }
        throw unreadable(type);
    }

    private static @Nullable ScalarReader scalar(Class<?> type) {
        if (type.isEnum()) {
            return new EnumReader(type);
        }
        return switch (type.getName()) {
            case "java.lang.String" -> ScalarReader.TEXT;
            case "java.lang.Boolean", "boolean" -> ScalarReader.BOOLEAN;
            case "java.lang.Integer", "int" -> ScalarReader.INTEGER;
            case "java.lang.Long", "long" -> ScalarReader.LONG;
            case "java.math.BigDecimal" -> ScalarReader.DECIMAL;
            default -> null;
        };
    }

    /** A constant as a document writes it: its {@code @JsonProperty}, else its name in lower case. */
    static String name(Enum<?> constant) {
        try {
            var written = constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return written != null ? written.value() : constant.name().toLowerCase(Locale.ROOT);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("an enum without its constant " + constant, e);
        }
    }

    private static @Nullable Executable creator(Class<?> type) {
        return Stream.<Executable>concat(Stream.of(type.getMethods()), Stream.of(type.getConstructors()))
                .filter(creator -> creator instanceof Constructor || Modifier.isStatic(creator.getModifiers()))
                .filter(creator -> List.of(creator.getParameterTypes()).equals(List.of(String.class)))
                .filter(creator -> creator.isAnnotationPresent(JsonCreator.class)) // last: annotations are slow to read
                .findFirst()
                .orElse(null);
    }

    private static IllegalArgumentException unreadable(Type type) {
        return new IllegalArgumentException("has the type " + type.getTypeName()
                + " but must be String, Boolean, Integer, Long, BigDecimal, an enum, a type with a public @JsonCreator"
                + " from one String, a record, or a List or Map<String, …> of these");
    }
}
