package io.tenantry.internal.bind;

import io.tenantry.internal.read.ScalarNode;
import io.tenantry.validation.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a constant of an enum by the name that a document gives it; names are looked up once one is written. */
final class EnumReader implements ScalarReader {
    private final Class<?> type;
    private volatile @Nullable Map<String, Object> constants;

    EnumReader(Class<?> type) {
        this.type = type;
    }

    @Override
    public Object read(ScalarNode scalar) throws Mismatch {
        var known = constants();
        var value = known.get(scalar.text());
        if (value == null) {
            throw new Mismatch(
                    "is " + ScalarReader.shown(scalar) + " but must be one of " + String.join(", ", known.keySet()),
                    Suggestion.nearest(scalar.text(), known.keySet())
                            .map(name -> "write " + name)
                            .orElse("choose one of them"));
        }
        return value;
    }

    private Map<String, Object> constants() {
        var known = constants;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (var constant : type.getEnumConstants()) {
                known.put(ValueType.name((Enum<?>) constant), constant);
            }
            constants = known;
        }
        return known;
    }
}
