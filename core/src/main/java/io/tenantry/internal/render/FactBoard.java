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
                if (!fact.type().isInstance(value)) {
                    throw contributor.broke(
                            "publishes the fact " + fact.name() + " as " + value + ", which is no "
                                    + fact.type().getName(),
                            "publish a value of that type, or nothing");
                }
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
        var published = Optional.ofNullable(facts.get(fact.name()));
        published.filter(found -> !fact.type().isInstance(found.value())).ifPresent(found -> {
            throw new IllegalStateException("fact " + fact.name() + " is published by " + found.by() + " as a "
                    + found.value().getClass().getName() + ", not as a "
                    + fact.type().getName());
        });
        return published.map(Published::value).map(fact.type()::cast);
    }
}
