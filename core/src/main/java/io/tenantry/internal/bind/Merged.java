package io.tenantry.internal.bind;

import io.tenantry.spi.Section;
import io.tenantry.validation.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effective values of one section at one level, and the places that they came from.
 *
 * @param layers innermost first; the first one is the level's own
 */
public record Merged<C>(Section<C> section, C config, List<Layer> layers) {

    /** Where a value is, as its author sees it. */
    public record Place(String path, @Nullable Location location) {}

    /** The layers laid over the defaults, or null after {@code missing} was told of keys without any value. */
    static <C> @Nullable Merged<C> of(Section<C> section, C defaults, List<Layer> layers, Missing missing) {
        if (layers.stream().allMatch(layer -> layer.written().isEmpty())) {
            return new Merged<>(section, defaults, layers);
        }
        var merged = Written.of((Record) defaults);
        for (int i = layers.size() - 1; i >= 0; i--) {
            merged = layers.get(i).written().over(merged);
        }
        var absent = new ArrayList<List<String>>();
        merged.missing(absent::add);
        if (!absent.isEmpty()) {
            absent.forEach(keys -> missing.report(place(layers, keys)));
            return null;
        }
        return new Merged<>(section, section.type().cast(merged.toRecord()), layers);
    }

    /** Told of each key that has no value although it must have one. */
    interface Missing {
        void report(Place place);
    }

    /** Whether the level itself gives this key a value. */
    public boolean isWritten(List<String> keys) {
        return layers.get(0).written().has(keys);
    }

    /** Whether any layer gives this key a value, so that it is no default. */
    public boolean isWrittenAnywhere(List<String> keys) {
        return layers.stream().anyMatch(layer -> layer.written().has(keys));
    }

    /** The innermost place that gives a value to these keys, else where the level could give it. */
    public Place place(List<String> keys) {
        return place(layers, keys);
    }

    private static Place place(List<Layer> layers, List<String> keys) {
        for (var layer : layers) {
            if (!keys.isEmpty() && layer.written().has(keys)) {
                return placeIn(layer, keys);
            }
        }
        if (keys.size() > 1) {
            var parent = keys.subList(0, keys.size() - 1);
            var written =
                    layers.stream().filter(layer -> layer.written().has(parent)).findFirst();
            return placeIn(written.orElse(layers.get(0)), keys);
        }
        return placeIn(layers.get(0), keys);
    }

    private static Place placeIn(Layer layer, List<String> keys) {
        var origin = layer.origin();
        var full = new ArrayList<>(keys);
        boolean shorthand = origin != null && !keys.isEmpty() && origin.hasShorthand(layer, keys.get(0));
        if (!shorthand) {
            full.add(0, layer.section().name());
        }
        var path = layer.path() + (shorthand ? "" : "." + layer.section().name());
        return new Place(path + layer.written().shape().path(keys), origin == null ? null : origin.locate(full));
    }
}
