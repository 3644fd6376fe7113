package io.tenantry.cli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.tenantry.IsolationLevel;
import io.tenantry.spi.Section;
import java.lang.reflect.RecordComponent;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tenant file whose optional parts are comments: each section with its defaults and what they mean. */
final class TenantTemplate {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Section<?>> sections;

    TenantTemplate(List<Section<?>> sections) {
        this.sections = sections;
    }

    String of(String name, IsolationLevel level) {
        var text =
                new StringBuilder("""
                # A tenant. Every commented key is optional and shows its default; remove the # to change it.
                # Check it:    tenantry validate FILE
                # Render it:   tenantry render FILE
                apiVersion: tenantry.io/v1alpha1
                kind: Tenant
                metadata:
                  name: %s
                spec:
                  isolationLevel: %s  # strict | standard | permissive
                  # displayName: ...
                  # description: ...
                  # owner: ...               # who answers for the tenant, usually an e-mail address
                  # labels: {}               # for the tenant's namespaces
                  # annotations: {}
                  # namespaces:              # default: one, named like the tenant
                  # - name: %s
                """.formatted(JSON.writeValueAsString(name), level, JSON.writeValueAsString(name)));
        sections.forEach(section -> describe(section, level, text));
        return text.toString();
    }

    private static void describe(Section<?> section, IsolationLevel level, StringBuilder text) {
        text.append("\n  # ").append(section.name()).append(':');
        if (!section.description().isEmpty()) {
            text.append("  # ").append(section.description());
        }
        text.append('\n');
        JsonNode defaults = JSON.valueToTree(section.defaults(level));
        for (var component : section.type().getRecordComponents()) {
            var value = defaults.path(component.getName());
            text.append("  #   ").append(component.getName()).append(':');
            if (!value.isNull() && !value.isMissingNode()) {
                text.append(' ').append(JSON.writeValueAsString(value));
            }
            text.append(description(section.type(), component)).append('\n');
        }
    }

    private static String description(Class<?> type, RecordComponent component) {
        try {
            var description = type.getDeclaredField(component.getName()).getAnnotation(JsonPropertyDescription.class);
            return description == null ? "" : "  # " + description.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a record without the field of " + component, e);
        }
    }
}
