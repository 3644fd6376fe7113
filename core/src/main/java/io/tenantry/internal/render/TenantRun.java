package io.tenantry.internal.render;

import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.internal.render.Accounting.Accounted;
import io.tenantry.internal.render.Assembly.Unit;
import io.tenantry.internal.render.BoundTenantView.Peers;
import io.tenantry.manifest.Manifest;
import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Manifests.NamespaceMetadata;
import io.tenantry.spi.Manifests.PlacedObject;
import io.tenantry.spi.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One tenant on its way through the contributors. */
final class TenantRun {
    private final BoundTenant bound;
    private final Contributors contributors;
    private final ClusterView cluster;
    private final Peers peers;
    private final FactBoard facts = new FactBoard();

    TenantRun(BoundTenant bound, Contributors contributors, ClusterView cluster, Peers peers) {
        this.bound = bound;
        this.contributors = contributors;
        this.cluster = cluster;
        this.peers = peers;
    }

    BoundTenant bound() {
        return bound;
    }

    <C> BoundTenantView<C> view(Contributor<C> contributor) {
        return view(contributor, contributor.section());
    }

    /** Another section of the contributor's module. */
    <C> BoundTenantView<C> view(Contributor<?> contributor, Section<C> section) {
        return new BoundTenantView<>(contributor, section, bound, cluster, facts, peers);
    }

    void publishFacts() {
        contributors.all().forEach(this::publish);
        facts.complete();
    }

    private <C> void publish(Contributor<C> contributor) {
        contributor.run("publish", () -> contributor.code().publish(view(contributor), facts.publishing(contributor)));
    }

    void validate(Findings findings) {
        contributors
                .all()
                .forEach(contributor -> findings.check(
                        contributor.section().name(), bound.tenant().name(), () -> validate(contributor, findings)));
    }

    private <C> void validate(Contributor<C> contributor, Findings findings) {
        var problems = new SectionProblems(findings, contributor.section(), bound);
        contributor.run("validate", () -> contributor.code().validate(view(contributor), problems));
    }

    /** What each contributor returns for this tenant. */
    Map<Contributor<?>, Manifests> contribute() {
        var contributed = new LinkedHashMap<Contributor<?>, Manifests>();
        contributors.all().forEach(contributor -> contributed.put(contributor, contribute(contributor)));
        return contributed;
    }

    private <C> Manifests contribute(Contributor<C> contributor) {
        return contributor.call("contribute", () -> contributor.code().contribute(view(contributor)));
    }

    /** Where the tenant's objects are put. */
    Unit unit(Assembly assembly) {
        return assembly.new Unit(bound.tenant().name(), bound.namespaces().keySet());
    }

    /** The tenant's objects, sorted. */
    List<Manifest> assemble(Map<Contributor<?>, Manifests> contributed, Unit unit) {
        var namespaces = new Namespaces(bound.tenant());
        var manifests = new ArrayList<Manifest>();
        contributed.forEach((contributor, items) -> {
            for (var item : items.items()) {
                if (item instanceof PlacedObject placed) {
                    manifests.add(unit.place(placed, contributor));
                } else if (item instanceof NamespaceMetadata metadata) {
                    namespaces.add(metadata, contributor);
                } else {
                    throw contributor.broke(
                            "returned a shared policy for a single tenant", "return it from ClusterContributor.shared");
                }
            }
        });
        namespaces.manifests().forEach(manifests::add);
        return manifests.stream().sorted().toList();
    }

    /** All that contributors must stop for this tenant, by id. */
    List<Attack> attacks() {
        return contributors.all().stream()
                .flatMap(contributor -> attacks(contributor).stream())
                .sorted(Comparator.comparing(Attack::id))
                .toList();
    }

    private <C> List<Attack> attacks(Contributor<C> contributor) {
        return contributor.call("attacks", () -> contributor.code().attacks(view(contributor)));
    }

    List<Accounted> accounts(Map<Contributor<?>, Manifests> contributed) {
        var accounting = new Accounting(bound, cluster.profile());
        contributed.forEach(accounting::section);
        return accounting.accounts();
    }
}
