package io.tenantry.internal.schema;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import io.tenantry.internal.bind.RecordShape;
import io.tenantry.internal.bind.ValueType;
import io.tenantry.internal.bind.ValueType.RecordType;
import io.tenantry.internal.bind.ValueType.ScalarType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The place where a Java type becomes a schema: {@link ValueType} says how a document writes the type, the generator
 * walks the records, resolves generics, shares definitions and adds the texts of {@code @JsonPropertyDescription}.
 */
final class RecordSchemas implements CustomDefinitionProviderV2 {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaBuilder builder;

    RecordSchemas() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .with(Option.PLAIN_DEFINITION_KEYS)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(new JacksonSchemaModule());
        config.forTypesInGeneral().withCustomDefinitionProvider(this);
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    /** A reference to the definition of a config record, filled in by {@link #definitions()}. */
    ObjectNode reference(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    /** All definitions that were referred to, by name; each allows null, which is as good as absent. */
    ObjectNode definitions() {
        var definitions = builder.collectDefinitions("$defs");
        definitions.forEach(definition -> ((ObjectNode) definition).set("type", ScalarSchemas.types("object", "null")));
        return definitions;
    }

    /** Null leaves the type to the generator, which makes a definition from the record's fields. */
    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType type, SchemaGenerationContext context) {
        var arguments = type.getTypeParameters();
        if (type.getErasedType() == List.class) {
            return inline(list(arguments.get(0), context));
        }
        if (type.getErasedType() == Map.class) {
            return inline(map(arguments.get(1), context));
        }
        var valueType = ValueType.of(type.getErasedType());
        if (valueType instanceof ScalarType) {
            return inline(ScalarSchemas.orNull(type.getErasedType()));
        }
        if (valueType instanceof RecordType record && record.scalar() != null) {
            var either = JSON.objectNode();
            either.putArray("anyOf")
                    .add(ScalarSchemas.of(type.getErasedType()))
                    .add(context.createStandardDefinitionReference(type, this));
            return inline(either);
        }
        return null;
    }

    /** Items are complete and never null, since lists replace each other as a whole. */
    private static ObjectNode list(ResolvedType element, SchemaGenerationContext context) {
        var list = JSON.objectNode();
        list.set("type", ScalarSchemas.types("array", "null"));
        var items = notNull(element, context);
        var record = mapping(element);
        if (record != null) {
            var required = items.putArray("required");
            record.shape().components().stream()
                    .filter(component -> !component.optional())
                    .map(RecordShape.Component::key)
                    .forEach(required::add);
        }
        list.set("items", items);
        return list;
    }

    /** Values are never null, but need not be complete, since maps are laid over each other. */
    private static ObjectNode map(ResolvedType value, SchemaGenerationContext context) {
        var map = JSON.objectNode();
        map.set("type", ScalarSchemas.types("object", "null"));
        map.set("additionalProperties", notNull(value, context));
        return map;
    }

    private static ObjectNode notNull(ResolvedType type, SchemaGenerationContext context) {
        if (isCollection(type)) {
            return context.createDefinitionReference(type)
                    .put("type", type.isInstanceOf(List.class) ? "array" : "object");
        }
        if (ValueType.of(type.getErasedType()) instanceof ScalarType) {
            return ScalarSchemas.of(type.getErasedType());
        }
        var schema = context.createDefinitionReference(type);
        return mapping(type) == null ? schema : schema.put("type", "object");
    }

    /** The record that a document writes as nothing but a mapping, or null. */
    private static @Nullable RecordType mapping(ResolvedType type) {
        return !isCollection(type)
                        && ValueType.of(type.getErasedType()) instanceof RecordType record
                        && record.scalar() == null
                ? record
                : null;
    }

    private static boolean isCollection(ResolvedType type) {
        return type.isInstanceOf(List.class) || type.isInstanceOf(Map.class);
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.NO);
    }
}
