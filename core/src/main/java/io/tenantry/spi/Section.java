package io.tenantry.spi;

import io.tenantry.IsolationLevel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A key under {@code spec} of a tenant file, with the record that its value becomes.
 *
 * <pre>{@code
 * Section.named("podCeiling", PodCeiling.class, level -> new PodCeiling(level == STRICT ? 50 : 500))
 *     .describedAs("How many pods a tenant may have")
 *     .withShorthand("pods");        // spec.pods means spec.podCeiling.pods
 * }</pre>
 *
 * <p>The config is a record. Its components are the section's keys: {@code String}, {@code Boolean}, {@code Integer},
 * {@code Long}, {@code BigDecimal}, enums, types with a {@code @JsonCreator} factory from one {@code String} such as
 * {@link io.tenantry.Amount}, records, and {@code List} or {@code Map<String, …>} of these. A component is null when
 * it has neither a default nor a written value; such components are {@code @Nullable}.
 *
 * <p>Immutable; equal by name and config type.
 *
 * @param <C> the section's config
 */
public final class Section<C> {
    private final String name;
    private final Class<C> type;
    private final Function<IsolationLevel, C> defaults;
    private final String description;
    private final List<String> shorthand;
    private final @Nullable Record profile;

    private Section(
            String name,
            Class<C> type,
            Function<IsolationLevel, C> defaults,
            String description,
            List<String> shorthand,
            @Nullable Record profile) {
        this.name = name;
        this.type = type;
        this.defaults = defaults;
        this.description = description;
        this.shorthand = shorthand;
        this.profile = profile;
    }

    /** A section whose value for a level, before anything is written, is {@code defaults}. */
    public static <C> Section<C> named(String name, Class<C> type, Function<IsolationLevel, C> defaults) {
        return new Section<>(name, type, defaults, "", List.of(), null);
    }

    /** One sentence for {@code tenantry info} and the JSON Schema. */
    public Section<C> describedAs(String description) {
        return new Section<>(name, type, defaults, description, shorthand, profile);
    }

    /** Those of the config's keys that may also stand directly under {@code spec} and on a namespace entry. */
    public Section<C> withShorthand(String... keys) {
        return new Section<>(name, type, defaults, description, List.of(keys), profile);
    }

    /** A key of the same name in the cluster profile, read over {@code defaults} with the same rules. */
    public Section<C> withProfile(Record defaults) {
        return new Section<>(name, type, this.defaults, description, shorthand, defaults);
    }

    public String name() {
        return name;
    }

    public Class<C> type() {
        return type;
    }

    /** The complete config of a tenant at this level that wrote nothing. */
    public C defaults(IsolationLevel level) {
        return defaults.apply(level);
    }

    public String description() {
        return description;
    }

    public List<String> shorthand() {
        return shorthand;
    }

    /** The section's part of a cluster profile that states nothing. */
    public Optional<Record> profile() {
        return Optional.ofNullable(profile);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Section<?> section && name.equals(section.name) && type.equals(section.type);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "section " + name + " (" + type.getName() + ")";
    }
}
