package io.tenantry.internal.schema;

import io.tenantry.ClusterProfile;
import io.tenantry.internal.bind.Identity;
import io.tenantry.spi.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON Schema (2020-12) for the documents of both kinds, with the keys of the sections that are there.
 *
 * <pre>{@code
 * String schema = DocumentSchema.of(tenantry.sections());
 * }</pre>
 *
 * <p>The same sections in any order give the same text. What core's documents look like around their sections is
 * written in {@code documents.json}; its definitions have names that no Java type has.
 */
public final class DocumentSchema {
    private static final String FRAME = "documents.json";

    private final List<Section<?>> sections;
    private final RecordSchemas records = new RecordSchemas();
    private final Map<Class<?>, ObjectNode> references = new HashMap<>();
    private final ObjectNode root = frame();
    private final ObjectNode definitions = (ObjectNode) root.get("$defs");

    private DocumentSchema(Collection<Section<?>> sections) {
        this.sections =
                sections.stream().sorted(Comparator.comparing(Section::name)).toList();
    }

    /** The schema, indented, with a line end after its last line. */
    public static String of(Collection<Section<?>> sections) {
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withSeparators(Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER));
        var schema = new DocumentSchema(sections).build();
        return JsonMapper.shared().writer().with(printer).writeValueAsString(schema) + "\n";
    }

    private ObjectNode build() {
        refer(Identity.class);
        refer(Identity.NamespaceEntry.class);
        refer(ClusterProfile.class);
        for (var section : sections) {
            refer(section.type());
            section.profile().ifPresent(profile -> refer(profile.getClass()));
        }
        definitions.setAll(records.definitions());
        for (var section : sections) {
            Defaults.state(section, properties(section.type()));
            section.profile().ifPresent(profile -> Defaults.state(profile, properties(profile.getClass())));
        }
        Defaults.state(Identity.DEFAULTS, properties(Identity.class));
        Defaults.state(ClusterProfile.DEFAULTS, properties(ClusterProfile.class));
        tenantKeys("tenant-spec");
        tenantKeys("namespace-entry");
        tenantKeys("tenant-defaults");
        moveKeys(Identity.class, "tenant-spec");
        moveKeys(Identity.NamespaceEntry.class, "namespace-entry");
        moveKeys(ClusterProfile.class, "cluster-profile-spec");
        var profileKeys = framed("cluster-profile-spec");
        for (var section : sections) {
            section.profile()
                    .ifPresent(profile -> profileKeys.set(section.name(), reference(section, profile.getClass())));
        }
        return root;
    }

    private void refer(Class<?> type) {
        references.put(type, records.reference(type));
    }

    /** Sections and their shorthand. */
    private void tenantKeys(String definition) {
        var keys = framed(definition);
        for (var section : sections) {
            keys.set(section.name(), reference(section, section.type()));
            for (var key : section.shorthand()) {
                var pointer = pointer(section.type()) + "/properties/" + key;
                keys.set(key, JsonNodeFactory.instance.objectNode().put("$ref", pointer));
            }
        }
    }

    private ObjectNode reference(Section<?> section, Class<?> type) {
        var schema = JsonNodeFactory.instance.objectNode();
        if (!section.description().isEmpty()) {
            schema.put("description", section.description());
        }
        return schema.put("$ref", pointer(type));
    }

    /** Moves a record's keys into a definition of the frame, whose own keys stay as they are. */
    private void moveKeys(Class<?> type, String definition) {
        var keys = framed(definition);
        properties(type).forEachEntry(keys::putIfAbsent);
        definitions.remove(name(type));
    }

    private ObjectNode framed(String definition) {
        return (ObjectNode) definitions.get(definition).get("properties");
    }

    private ObjectNode properties(Class<?> type) {
        return (ObjectNode) definitions.get(name(type)).get("properties");
    }

    private String name(Class<?> type) {
        return pointer(type).substring("#/$defs/".length());
    }

    private String pointer(Class<?> type) {
        JsonNode reference = Objects.requireNonNull(references.get(type), type.getName());
        return reference.get("$ref").stringValue();
    }

    private static ObjectNode frame() {
        try (var stream = Objects.requireNonNull(DocumentSchema.class.getResourceAsStream(FRAME), FRAME)) {
            return (ObjectNode) JsonMapper.shared().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
