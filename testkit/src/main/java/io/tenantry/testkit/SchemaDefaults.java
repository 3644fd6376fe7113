package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.IsolationLevel;
import io.tenantry.validation.Problem;
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

    /** A level may refuse the default of a key that it asks for; then it refuses it written too. */
    private boolean isInEffect(String key, String stated, IsolationLevel level) {
        var section = subject.section().name();
        var without = subject.tenants(0).plain("acme", level).with(section, key, "");
        return outcome(without.with(section, key, stated)).equals(outcome(without));
    }

    private Object outcome(TenantText text) {
        var input = subject.input(List.of(text.toString()));
        var errors = subject.tenantry().validate(input).errors();
        return errors.isEmpty()
                ? subject.tenantry()
                        .render(input)
                        .views(subject.section())
                        .get(0)
                        .config()
                : errors.stream().map(Problem::code).toList();
    }

    /** A value as JSON, which is YAML too; null when none is stated. */
    private static @Nullable String stated(JsonNode property, IsolationLevel level) {
        var stated = property.has("default")
                ? property.get("default")
                : property.path(BY_LEVEL).get(level.toString());
        return stated == null ? null : stated.toString();
    }
}
