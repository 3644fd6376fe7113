package io.tenantry.internal.render;

import io.tenantry.Tenant;
import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Fact;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import io.tenantry.validation.Names;
import java.util.List;
import java.util.Optional;

/** A bound tenant through the eyes of one contributor. */
final class BoundTenantView<C> implements TenantView<C> {
    /** Stands for a name that is an error, so that contributors find the other errors of that tenant all the same. */
    private static final String INVALID_TENANT = "invalid";

    private final Contributor<?> contributor;
    private final Section<C> section;
    private final BoundTenant bound;
    private final ClusterView cluster;
    private final FactBoard facts;

    BoundTenantView(Contributor<C> contributor, BoundTenant bound, ClusterView cluster, FactBoard facts) {
        this(contributor, contributor.section(), bound, cluster, facts);
    }

    private BoundTenantView(
            Contributor<?> contributor, Section<C> section, BoundTenant bound, ClusterView cluster, FactBoard facts) {
        this.contributor = contributor;
        this.section = section;
        this.bound = bound;
        this.cluster = cluster;
        this.facts = facts;
    }

    @Override
    public Tenant tenant() {
        return bound.tenant();
    }

    @Override
    public C config() {
        return bound.section(section).config();
    }

    @Override
    public boolean isWritten(String... keys) {
        return bound.section(section).isWritten(List.of(keys));
    }

    @Override
    public List<NamespaceView<C>> namespaces() {
        return bound.namespaces().keySet().stream()
                .<NamespaceView<C>>map(Namespace::new)
                .toList();
    }

    @Override
    public ClusterView cluster() {
        return cluster;
    }

    @Override
    public <T> Optional<TenantView<T>> view(Section<T> other) {
        return present(other)
                ? Optional.of(new BoundTenantView<>(contributor, other, bound, cluster, facts))
                : Optional.empty();
    }

    @Override
    public <T> Optional<T> fact(Fact<T> fact) {
        return facts.read(fact);
    }

    @Override
    public String objectName(String suffix) {
        var tenant = bound.tenant().name();
        return ObjectNames.of(Names.label(tenant).isEmpty() ? tenant : INVALID_TENANT, suffix);
    }

    private boolean present(Section<?> other) {
        if (!contributor.sharesModuleWith(other)) {
            throw new IllegalArgumentException(
                    other + " belongs to another module; read a Fact that it publishes instead");
        }
        return bound.sections().containsKey(other);
    }

    private final class Namespace implements NamespaceView<C> {
        private final String name;

        Namespace(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public C config() {
            return bound.section(section, name).config();
        }

        @Override
        public boolean isWritten(String... keys) {
            return bound.section(section, name).isWritten(List.of(keys));
        }
    }
}
