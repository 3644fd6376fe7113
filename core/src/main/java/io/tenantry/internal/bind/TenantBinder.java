package io.tenantry.internal.bind;

import io.tenantry.Tenant;
import io.tenantry.TenantNamespace;
import io.tenantry.internal.bind.Identity.NamespaceEntry;
import io.tenantry.internal.read.MappingNode;
import io.tenantry.internal.read.Node;
import io.tenantry.internal.read.ScalarNode;
import io.tenantry.internal.read.SequenceNode;
import io.tenantry.spi.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a document of kind Tenant: who it is, and a layer for each section of it and of its namespaces. */
final class TenantBinder {
    private static final List<String> OWN = Stream.concat(
                    RecordShape.of(Identity.class).keys().stream(), Stream.of("namespace", "namespaces"))
            .toList();
    private static final List<String> OWN_IN_NAMESPACE =
            RecordShape.of(NamespaceEntry.class).keys();

    private final Envelope envelope;
    private final Reports reports;
    private final SpecKeys keys;

    TenantBinder(Envelope envelope, SpecKeys keys) {
        this.envelope = envelope;
        this.reports = envelope.reports();
        this.keys = keys;
    }

    Unmerged bind() {
        var origin = envelope.spec();
        var identity = (Identity) own(Identity.DEFAULTS, origin);
        var tenant = Tenant.named(envelope.name())
                .displayName(identity.displayName())
                .description(identity.description())
                .isolationLevel(identity.isolationLevel())
                .owner(identity.owner())
                .labels(identity.labels())
                .annotations(identity.annotations());
        var sections = new SectionsBinder(keys, reports).bind(origin, OWN);
        var namespaces = new HashMap<String, Map<Section<?>, Layer>>();
        var entries = new ArrayList<Origin>();
        for (var entry : namespaces(origin)) {
            var namespace = (NamespaceEntry) own(NamespaceEntry.DEFAULTS, entry);
            if (namespace.name().isEmpty()) {
                missingName(entry);
                continue;
            }
            tenant.namespace(TenantNamespace.named(namespace.name())
                    .withLabels(namespace.labels())
                    .withAnnotations(namespace.annotations()));
            namespaces.putIfAbsent(namespace.name(), new SectionsBinder(keys, reports).bind(entry, OWN_IN_NAMESPACE));
            entries.add(entry);
        }
        return new Unmerged(tenant.build(), new TenantOrigin(envelope.root(), origin, entries), sections, namespaces);
    }

    /** A name of another form than text was reported when it was read. */
    private void missingName(Origin entry) {
        var name = entry.mapping().get("name").orElse(entry.mapping());
        if (name == entry.mapping() || name instanceof ScalarNode) {
            reports.error("NAME_MISSING", name, entry.path() + ".name", "is missing", "name the namespace");
        }
    }

    /** The keys of a mapping that core owns, over their defaults. */
    private Object own(Record defaults, Origin origin) {
        var shape = RecordShape.of(defaults.getClass());
        var values = new Object[shape.components().size()];
        var binder = new Binder(reports);
        for (int i = 0; i < values.length; i++) {
            var component = shape.components().get(i);
            var node = origin.mapping().get(component.key());
            if (node.isPresent()) {
                values[i] = binder.value(component.type(), node.get(), origin.path() + "." + component.key());
            }
        }
        return new Written(shape, values).over(Written.of(defaults)).toRecord();
    }

    private List<Origin> namespaces(Origin spec) {
        var single = spec.mapping().get("namespace");
        var list = spec.mapping().get("namespaces");
        if (single.isPresent() && list.isPresent()) {
            reports.error(
                    "NAMESPACE_AND_NAMESPACES",
                    single.get(),
                    "spec.namespace",
                    "stands beside spec.namespaces",
                    "move it into spec.namespaces as - name: NAME");
        }
        if (list.isPresent()) {
            return entries(spec, list.get());
        }
        return single.flatMap(node -> named(spec, node, "spec.namespace")).stream()
                .toList();
    }

    private List<Origin> entries(Origin spec, Node list) {
        if (Binder.isNull(list)) {
            return List.of();
        }
        if (!(list instanceof SequenceNode sequence)) {
            reports.mismatch(list, "spec.namespaces", "a list", "write - name: NAME for each namespace");
            return List.of();
        }
        if (sequence.items().isEmpty()) {
            reports.error(
                    "NAMESPACES_EMPTY",
                    list,
                    "spec.namespaces",
                    "is an empty list but a tenant has at least one namespace",
                    "list one, or remove the key for a namespace named like the tenant");
        }
        var entries = new ArrayList<Origin>();
        int index = 0;
        for (var item : sequence.items()) {
            entry(spec, item, "spec.namespaces[" + index++ + "]").ifPresent(entries::add);
        }
        return entries;
    }

    private Optional<Origin> entry(Origin spec, Node node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            return named(spec, node, path);
        }
        var name = mapping.get("name");
        var named = name.isPresent() && name.get() instanceof ScalarNode scalar && !scalar.isNull()
                ? "spec.namespaces[" + scalar.text() + "]"
                : path;
        return Optional.of(new Origin(spec.document(), mapping, named));
    }

    /** A text that stands for a mapping with that name. */
    private Optional<Origin> named(Origin spec, Node node, String path) {
        if (node instanceof ScalarNode scalar && !scalar.isNull()) {
            var key = new ScalarNode(scalar.line(), scalar.column(), "name", true);
            var mapping = MappingNode.of(scalar.line(), scalar.column(), List.of(new MappingNode.Entry(key, scalar)));
            return Optional.of(new Origin(spec.document(), mapping, path));
        }
        reports.mismatch(node, path, "the name of a namespace", "write name: NAME");
        return Optional.empty();
    }
}
