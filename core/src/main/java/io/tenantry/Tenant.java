package io.tenantry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who a tenant is, and, when it was made in Java, what its sections say.
 *
 * <pre>{@code
 * Tenant acme = Tenant.named("acme-corp")
 *         .displayName("ACME Corporation")
 *         .with(Quota.of(quota -> quota.cpuQuota(Amount.cores(200)).podQuota(1000L)))
 *         .namespace("acme-corp-prod", prod -> prod.with(Quota.of(quota -> quota.podQuota(500L))))
 *         .namespace("acme-corp-dev")
 *         .build();
 * }</pre>
 *
 * <p>Immutable; compared by identity, since names are unique within an input. Nothing is checked here: {@link
 * Tenantry#validate} reports what is wrong with a tenant, the same for Java as for a file.
 */
public final class Tenant {
    private final String name;
    private final @Nullable String displayName;
    private final @Nullable String description;
    private final @Nullable String owner;
    private final IsolationLevel isolationLevel;
    private final SortedMap<String, String> labels;
    private final SortedMap<String, String> annotations;
    private final List<TenantNamespace> namespaces;
    private final List<Record> configs;

    private Tenant(Builder builder) {
        name = builder.name;
        displayName = builder.displayName;
        description = builder.description;
        owner = builder.owner;
        isolationLevel = builder.isolationLevel;
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(builder.labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(builder.annotations));
        namespaces =
                builder.namespaces.isEmpty() ? List.of(TenantNamespace.named(name)) : List.copyOf(builder.namespaces);
        configs = List.copyOf(builder.configs);
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    public Optional<String> displayName() {
        return Optional.ofNullable(displayName);
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** Who answers for the tenant, usually an e-mail address. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    public IsolationLevel isolationLevel() {
        return isolationLevel;
    }

    /** Labels for the tenant's Namespaces. */
    public SortedMap<String, String> labels() {
        return labels;
    }

    /** Annotations for the tenant's Namespaces. */
    public SortedMap<String, String> annotations() {
        return annotations;
    }

    /** As written, never none: without any, one that is named like the tenant. */
    public List<TenantNamespace> namespaces() {
        return namespaces;
    }

    /** Sections given in Java; a null component of such a record is not written. Empty when read from a file. */
    public List<Record> configs() {
        return configs;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the parts; not for use by several threads. */
    public static final class Builder {
        private final String name;
        private @Nullable String displayName;
        private @Nullable String description;
        private @Nullable String owner;
        private IsolationLevel isolationLevel = IsolationLevel.STANDARD;
        private Map<String, String> labels = Map.of();
        private Map<String, String> annotations = Map.of();
        private final List<TenantNamespace> namespaces = new ArrayList<>();
        private final List<Record> configs = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder displayName(@Nullable String displayName) {
            this.displayName = displayName;
            return this;
        }

        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        public Builder owner(@Nullable String owner) {
            this.owner = owner;
            return this;
        }

        public Builder isolationLevel(IsolationLevel isolationLevel) {
            this.isolationLevel = isolationLevel;
            return this;
        }

        public Builder labels(Map<String, String> labels) {
            this.labels = labels;
            return this;
        }

        public Builder annotations(Map<String, String> annotations) {
            this.annotations = annotations;
            return this;
        }

        public Builder namespace(String namespace) {
            return namespace(TenantNamespace.named(namespace));
        }

        /** A namespace with sections of its own. */
        public Builder namespace(String namespace, UnaryOperator<TenantNamespace> sections) {
            return namespace(sections.apply(TenantNamespace.named(namespace)));
        }

        public Builder namespace(TenantNamespace namespace) {
            namespaces.add(namespace);
            return this;
        }

        /** A section; its null components are not written. Given twice, the later one is laid over the earlier. */
        public Builder with(Record config) {
            configs.add(config);
            return this;
        }

        public Tenant build() {
            return new Tenant(this);
        }
    }
}
