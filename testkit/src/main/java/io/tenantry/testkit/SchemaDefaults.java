package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.IsolationLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The defaults that the JSON Schema states, held against those in effect. */
final class SchemaDefaults<C extends Record> {
    private static final String BY_LEVEL = "x-tenantry-defaults";

    private final Subject<C> subject;
    private final JsonNode properties;

    SchemaDefaults(Subject<C> subject) {
        this.subject = subject;
        var schema = JsonMapper.shared().readTree(subject.tenantry().schema());
        var section =
                schema.at("/$defs/tenant-spec/properties/" + subject.section().name());
        this.properties =
                schema.at(section.path("$ref").asString("").substring(1)).path("properties");
    }

    /** Who writes what the schema states gets what he would get without, at every level and for every key. */
    void areInEffect() {
        var untrue = new ArrayList<String>();
        for (var level : IsolationLevel.values()) {
            var defaults = subject.section().defaults(level);
            for (var component : subject.section().type().getRecordComponents()) {
                var key = component.getName();
                var stated = stated(properties.path(key), level);
                if (stated == null
                        ? CompleteRecord.value(defaults, component) != null
                        : !isInEffect(key, stated, level)) {
                    untrue.add(key + " at " + level + ": the schema states " + (stated == null ? "nothing" : stated));
                }
            }
        }
        assertThat(untrue).as("defaults that are not as stated").isEmpty();
    }

    private boolean isInEffect(String key, String stated, IsolationLevel level) {
        var plain = new TenantText("acme", level);
        return config(plain.with(subject.section().name(), key, stated)).equals(config(plain));
    }

    private C config(TenantText text) {
        return subject.render(List.of(text.toString()))
                .views(subject.section())
                .get(0)
                .config();
    }

    /** A value as JSON, which is YAML too; null when none is stated. */
    private static @Nullable String stated(JsonNode property, IsolationLevel level) {
        var stated = property.has("default")
                ? property.get("default")
                : property.path(BY_LEVEL).get(level.toString());
        return stated == null ? null : stated.toString();
    }
}
