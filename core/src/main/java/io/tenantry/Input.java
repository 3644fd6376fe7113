package io.tenantry;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.validation.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one rendering is made from: texts, tenants built in Java, or both.
 *
 * <pre>{@code
 * Input.of(Source.of(Path.of("acme-corp.yaml")))
 *         .plus(Tenant.named("widgets").build())
 *         .on(ClusterProfileBuilder.builder().enforcement(ValidationAction.WARN).build())
 * }</pre>
 *
 * <p>Immutable. Order has no meaning: tenants are sorted by name.
 *
 * @param profile over {@link ClusterProfile#DEFAULTS}, under a ClusterProfile document; null when not given in Java
 * @param profileSections the features' parts of the profile, given in Java
 * @param tenantDefaults sections that every tenant has unless it says otherwise, given in Java
 * @param existing objects that are in the cluster besides, for checks to judge with; never rendered
 * @param problems found while the sources were collected
 */
public record Input(
        List<Source> sources,
        List<Tenant> tenants,
        @Nullable ClusterProfile profile,
        List<Record> profileSections,
        List<Record> tenantDefaults,
        List<HasMetadata> existing,
        List<Problem> problems) {
    public Input {
        sources = List.copyOf(sources);
        tenants = List.copyOf(tenants);
        profileSections = List.copyOf(profileSections);
        tenantDefaults = List.copyOf(tenantDefaults);
        existing = List.copyOf(existing);
        problems = List.copyOf(problems);
    }

    public static Input of(Source... sources) {
        return of(List.of(sources), List.of());
    }

    public static Input of(Tenant... tenants) {
        return new Input(List.of(), List.of(tenants), null, List.of(), List.of(), List.of(), List.of());
    }

    /** Sources, and what was found while they were collected. */
    public static Input of(List<Source> sources, List<Problem> problems) {
        return new Input(sources, List.of(), null, List.of(), List.of(), List.of(), problems);
    }

    public Input plus(Tenant tenant) {
        return new Input(
                sources, append(tenants, tenant), profile, profileSections, tenantDefaults, existing, problems);
    }

    public Input plus(Source source) {
        return new Input(
                append(sources, source), tenants, profile, profileSections, tenantDefaults, existing, problems);
    }

    /** This input on a cluster of that profile, with the features' parts of it. */
    public Input on(ClusterProfile profile, Record... sections) {
        return new Input(sources, tenants, profile, List.of(sections), tenantDefaults, existing, problems);
    }

    /** This input with a section that every tenant has unless it says otherwise. */
    public Input withTenantDefault(Record config) {
        return new Input(
                sources, tenants, profile, profileSections, append(tenantDefaults, config), existing, problems);
    }

    /** This input in a cluster that has these objects besides, such as NetworkPolicies that others made. */
    public Input besides(Collection<? extends HasMetadata> objects) {
        var all = new ArrayList<>(existing);
        all.addAll(objects);
        return new Input(sources, tenants, profile, profileSections, tenantDefaults, all, problems);
    }

    private static <T> List<T> append(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
