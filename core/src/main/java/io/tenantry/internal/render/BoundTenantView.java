package io.tenantry.internal.render;

import io.tenantry.Tenant;
import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Fact;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.Optional;

/** A bound tenant through the eyes of one contributor. */
final class BoundTenantView<C> implements TenantView<C> {
    private final Contributor<C> contributor;
    private final BoundTenant bound;
    private final ClusterView cluster;
    private final FactBoard facts;

    BoundTenantView(Contributor<C> contributor, BoundTenant bound, ClusterView cluster, FactBoard facts) {
        this.contributor = contributor;
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
        return bound.section(contributor.section()).config();
    }

    @Override
    public boolean isWritten(String key) {
        return bound.section(contributor.section()).isWritten(List.of(key));
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
    public <T> Optional<T> config(Section<T> section) {
        return present(section) ? Optional.of(bound.section(section).config()) : Optional.empty();
    }

    @Override
    public <T> Optional<T> fact(Fact<T> fact) {
        return facts.read(fact);
    }

    @Override
    public String objectName(String suffix) {
        return ObjectNames.of(bound.tenant().name(), suffix);
    }

    private boolean present(Section<?> section) {
        if (!contributor.sharesModuleWith(section)) {
            throw new IllegalArgumentException(
                    section + " belongs to another module; read a Fact that it publishes instead");
        }
        return bound.sections().containsKey(section);
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
            return bound.section(contributor.section(), name).config();
        }

        @Override
        public boolean isWritten(String key) {
            return bound.section(contributor.section(), name).isWritten(List.of(key));
        }

        @Override
        public <T> Optional<T> config(Section<T> section) {
            return present(section) ? Optional.of(bound.section(section, name).config()) : Optional.empty();
        }
    }
}
