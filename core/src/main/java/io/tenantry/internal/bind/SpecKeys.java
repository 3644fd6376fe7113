package io.tenantry.internal.bind;

import io.tenantry.internal.bind.RecordShape.Component;
import io.tenantry.internal.bind.ValueType.MapType;
import io.tenantry.internal.bind.ValueType.RecordType;
import io.tenantry.spi.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that may stand under {@code spec} and on a namespace entry: sections, and shorthand for keys in them. */
public final class SpecKeys {
    private final List<Section<?>> sections;
    private final Map<String, Target> targets = new HashMap<>();

    /** What a key means: a whole section, or, with a component, one key of it. */
    record Target(Section<?> section, @Nullable Component component) {}

    /** Sections whose names and shorthand keys are known not to clash. */
    public SpecKeys(Collection<Section<?>> sections) {
        this.sections = List.copyOf(sections);
        for (var section : sections) {
            var shape = RecordShape.of(section.type());
            targets.put(section.name(), new Target(section, null));
            for (var key : section.shorthand()) {
                targets.put(key, new Target(section, shape.components().get(shape.indexOf(key))));
            }
        }
    }

    public List<Section<?>> sections() {
        return sections;
    }

    Optional<Target> find(String key) {
        return Optional.ofNullable(targets.get(key));
    }

    /** Where sections have a key of this name: {@code quota.jobQuota}. */
    List<String> inSections(String key) {
        var found = new ArrayList<String>();
        for (var section : sections) {
            if (RecordShape.of(section.type()).indexOf(key) >= 0) {
                found.add(section.name() + "." + key);
            }
        }
        return found;
    }

    /** Whether a section has this name, or a key at the end of this path; sections of absent modules may have any. */
    boolean isParameter(String path) {
        var names = path.split("\\.", -1);
        var section = targets.get(names[0]);
        if (section == null || section.component() != null) {
            return OfficialKeys.moduleOf(names[0]).isPresent();
        }
        ValueType type = new RecordType(RecordShape.of(section.section().type()), null);
        for (int i = 1; i < names.length && !(type instanceof MapType); i++) {
            type = type.at(names[i]);
            if (type == null) {
                return false;
            }
        }
        return true;
    }

    /** The keys that may stand here directly, sorted. */
    List<String> direct() {
        return targets.keySet().stream().sorted().toList();
    }
}
