package io.tenantry.internal.bind;

import io.tenantry.internal.bind.SpecKeys.Target;
import io.tenantry.internal.read.Node;
import io.tenantry.internal.read.ScalarNode;
import io.tenantry.spi.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the sections of one mapping, in their own place or as shorthand, into a layer each. */
final class SectionsBinder {
    private final SpecKeys keys;
    private final Reports reports;
    private final Binder binder;

    SectionsBinder(SpecKeys keys, Reports reports) {
        this.keys = keys;
        this.reports = reports;
        this.binder = new Binder(reports);
    }

    /** The layers of a mapping whose other keys, {@code own}, are somebody else's. */
    Map<Section<?>, Layer> bind(Origin origin, List<String> own) {
        var shorthand = new HashMap<Section<?>, @Nullable Object[]>();
        var layers = new HashMap<Section<?>, Layer>();
        for (var entry : origin.mapping().entries()) {
            var key = entry.key().text();
            if (own.contains(key)) {
                continue;
            }
            var target = keys.find(key);
            if (target.isEmpty()) {
                unknown(entry.key(), origin, own);
            } else if (target.get().component() == null) {
                var section = target.get().section();
                var shape = RecordShape.of(section.type());
                var written = binder.record(shape, entry.value(), origin.path() + "." + key);
                layers.put(section, new Layer(section, written, origin));
            } else {
                readShorthand(target.get(), entry.value(), origin, shorthand);
            }
        }
        shorthand.forEach((section, values) -> layers.merge(
                section,
                new Layer(section, new Written(RecordShape.of(section.type()), values), origin),
                (below, above) -> both(above, below)));
        return layers;
    }

    private void readShorthand(
            Target target, Node value, Origin origin, Map<Section<?>, @Nullable Object[]> shorthand) {
        var component = Objects.requireNonNull(target.component());
        var shape = RecordShape.of(target.section().type());
        var values = shorthand.computeIfAbsent(
                target.section(), section -> new Object[shape.components().size()]);
        values[shape.indexOf(component.key())] =
                binder.value(component.type(), value, origin.path() + "." + component.key());
    }

    private Layer both(Layer shorthand, Layer section) {
        var origin = Objects.requireNonNull(shorthand.origin());
        for (var key : shorthand.section().shorthand()) {
            var keyed = List.of(key);
            if (shorthand.written().has(keyed)
                    && section.written().has(keyed)
                    && !Objects.equals(
                            shorthand.written().get(key), section.written().get(key))) {
                var inSection = shorthand.section().name() + "." + key;
                reports.error(
                        "SHORTHAND_CONTRADICTS",
                        origin.mapping().get(key).orElse(origin.mapping()),
                        origin.path() + "." + key,
                        "differs from " + origin.path() + "." + inSection + ", which means the same",
                        "keep one of the two");
            }
        }
        return new Layer(shorthand.section(), shorthand.written().over(section.written()), origin);
    }

    private void unknown(ScalarNode key, Origin origin, List<String> own) {
        var path = origin.path() + "." + key.text();
        var section = keys.suggestions(key.text());
        var module = OfficialKeys.moduleOf(key.text());
        if (!section.isEmpty()) {
            reports.error("KEY_MISPLACED", key, path, "is a key of a section", "write it as " + section.get(0));
        } else if (module.isPresent()) {
            reports.error(
                    "KEY_OF_ABSENT_MODULE",
                    key,
                    path,
                    "belongs to the module " + module.get() + ", which is not on the class path",
                    "add io.tenantry:" + module.get() + " or remove the key");
        } else {
            var known = new ArrayList<>(keys.direct());
            known.addAll(own);
            var fix = Suggestion.nearest(key.text(), known.stream().sorted().toList())
                    .map(name -> "did you mean " + name + "?")
                    .orElse("remove it, or add the module that knows it");
            reports.error("KEY_UNKNOWN", key, path, "is not known", fix);
        }
    }
}
