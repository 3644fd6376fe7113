package io.tenantry.internal.render;

import io.tenantry.spi.Fact;
import io.tenantry.spi.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The facts of one tenant; written while facts are published, only read afterwards. */
final class FactBoard {
    private final Map<String, Published> facts = new LinkedHashMap<>();
    private boolean complete;

    private record Published(Object value, Contributor<?> by) {}

    Facts.Builder publishing(Contributor<?> contributor) {
        return new Facts.Builder() {
            @Override
            public <T> Facts.Builder publish(Fact<T> fact, T value) {
                var earlier = facts.putIfAbsent(fact.name(), new Published(value, contributor));
                if (earlier != null) {
                    throw contributor.broke(
                            "publishes the fact " + fact.name() + ", which " + earlier.by() + " publishes too",
                            "leave it to one of them");
                }
                return this;
            }
        };
    }

    void complete() {
        complete = true;
    }

    <T> Optional<T> read(Fact<T> fact) {
        if (!complete) {
            throw new IllegalStateException(
                    "fact " + fact.name() + " was read while facts are published; publish from config alone");
        }
        return Optional.ofNullable(facts.get(fact.name())).map(Published::value).map(fact.type()::cast);
    }
}
