package io.tenantry.internal.bind;

import io.tenantry.spi.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sections that were given as records in Java. */
final class JavaLayers {
    private JavaLayers() {}

    /**
     * A layer for each record's section, at the path of their place.
     *
     * @throws IllegalArgumentException when no section has a record's type
     */
    static Map<Section<?>, Layer> of(List<Record> configs, String path, SpecKeys keys) {
        var layers = new HashMap<Section<?>, Layer>();
        for (var config : configs) {
            var section = keys.sections().stream()
                    .filter(candidate -> candidate.type() == config.getClass())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no section on the class path has the config "
                            + config.getClass().getName() + "; add the module that declares it"));
            var layer = new Layer(section, Written.of(config), path, null);
            layers.merge(section, layer, (below, above) -> above.over(below));
        }
        return layers;
    }
}
