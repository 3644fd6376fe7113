package io.tenantry.internal.bind;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.tenantry.IsolationLevel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a tenant's {@code spec} that core owns, but for its namespaces. */
public record Identity(
        @JsonPropertyDescription("Name for people.") @Nullable
        String displayName,

        @JsonPropertyDescription("What the tenant is for.") @Nullable
        String description,

        @JsonPropertyDescription("strict, standard or permissive: the presets of every section.")
        IsolationLevel isolationLevel,

        @JsonPropertyDescription("Who answers for the tenant, usually an e-mail address.") @Nullable
        String owner,

        @JsonPropertyDescription("Labels for the tenant's Namespaces.")
        Map<String, String> labels,

        @JsonPropertyDescription("Annotations for the tenant's Namespaces.")
        Map<String, String> annotations) {

    /** A tenant that says nothing about itself. */
    public static final Identity DEFAULTS = new Identity(null, null, IsolationLevel.STANDARD, null, Map.of(), Map.of());

    /** The keys of an entry of {@code namespaces} that core owns. */
    public record NamespaceEntry(
            @JsonPropertyDescription("Name of the namespace, unique in the cluster.")
            String name,

            @JsonPropertyDescription("Labels for this Namespace, over the tenant's.")
            Map<String, String> labels,

            @JsonPropertyDescription("Annotations for this Namespace, over the tenant's.")
            Map<String, String> annotations) {

        static final NamespaceEntry DEFAULTS = new NamespaceEntry("", Map.of(), Map.of());
    }
}
