package io.tenantry.internal.render;

import io.tenantry.Tenant;
import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.internal.bind.Merged;
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
    private final Peers peers;
    private final Merged<C> own;
    private final List<NamespaceView<C>> namespaces;

    BoundTenantView(
            Contributor<?> contributor,
            Section<C> section,
            BoundTenant bound,
            ClusterView cluster,
            FactBoard facts,
            Peers peers) {
        this.contributor = contributor;
        this.bound = bound;
        this.cluster = cluster;
        this.facts = facts;
        this.peers = peers;
        this.section = section;
        this.own = bound.section(section);
        this.namespaces = bound.namespaces().keySet().stream()
                .<NamespaceView<C>>map(name -> new Namespace<>(name, bound.section(section, name)))
                .toList();
    }

    @Override
    public Tenant tenant() {
        return bound.tenant();
    }

    @Override
    public C config() {
        return own.config();
    }

    @Override
    public boolean isWritten(String... keys) {
        return own.isWritten(List.of(keys));
    }

    @Override
    public List<NamespaceView<C>> namespaces() {
        return namespaces;
    }

    @Override
    public ClusterView cluster() {
        return cluster;
    }

    @Override
    public <T> Optional<TenantView<T>> view(Section<T> other) {
        return present(other)
                ? Optional.of(new BoundTenantView<>(contributor, other, bound, cluster, facts, peers))
                : Optional.empty();
    }

    @Override
    public <T> Optional<T> fact(Fact<T> fact) {
        return facts.read(fact);
    }

    @Override
    public Optional<TenantView<C>> peer(String tenant) {
        return peers.run(tenant).map(run -> run.view(contributor, section));
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

    /** The other tenants of a run, by name. */
    @FunctionalInterface
    interface Peers {
        Optional<TenantRun> run(String tenant);
    }

    private record Namespace<C>(String name, Merged<C> merged) implements NamespaceView<C> {
        @Override
        public C config() {
            return merged.config();
        }

        @Override
        public boolean isWritten(String... keys) {
            return merged.isWritten(List.of(keys));
        }
    }
}
