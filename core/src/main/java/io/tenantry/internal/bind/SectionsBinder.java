package io.tenantry.internal.bind;

import io.tenantry.internal.bind.SpecKeys.Target;
import io.tenantry.internal.read.Node;
import io.tenantry.spi.Section;
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
    private final UnknownKeys unknown;

    SectionsBinder(SpecKeys keys, Reports reports) {
        this.keys = keys;
        this.reports = reports;
        this.binder = new Binder(reports);
        this.unknown = new UnknownKeys(keys, reports);
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
                unknown.inTenant(entry.key(), origin.path(), own);
            } else if (target.get().component() == null) {
                var section = target.get().section();
                var shape = RecordShape.of(section.type());
                var written = binder.record(shape, entry.value(), origin.path() + "." + key);
                layers.put(section, Layer.read(section, written, origin));
            } else {
                readShorthand(target.get(), entry.value(), origin, shorthand);
            }
        }
        shorthand.forEach((section, values) -> layers.merge(
                section,
                Layer.read(section, new Written(RecordShape.of(section.type()), values), origin),
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
        return shorthand.over(section);
    }
}
