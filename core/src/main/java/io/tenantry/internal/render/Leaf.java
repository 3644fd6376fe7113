package io.tenantry.internal.render;

import io.tenantry.internal.bind.ValueType;
import io.tenantry.internal.bind.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The single parameters of a config: one for each value that is no record and no map. */
record Leaf(List<String> keys, String value) {

    /** The parameters of a config that have a value, in the order of its components and map keys. */
    static List<Leaf> of(Record config) {
        var leaves = new ArrayList<Leaf>();
        Written.of(config).leaves((keys, value) -> {
            if (!(value instanceof Collection<?> list && list.isEmpty())) {
                leaves.add(new Leaf(keys, text(value)));
            }
        });
        return leaves;
    }

    String path() {
        return String.join(".", keys);
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? ValueType.name(constant) : value.toString();
    }
}
