package io.tenantry.internal.bind;

import io.tenantry.ClusterProfile;
import io.tenantry.Input;
import io.tenantry.internal.read.MappingNode;
import io.tenantry.internal.read.Node;
import io.tenantry.spi.Section;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the document of kind ClusterProfile over what was given in Java and over the defaults. */
final class ProfileBinder {
    static final String TENANT_DEFAULTS = "tenantDefaults";

    private final SpecKeys keys;
    private final List<Problem> problems;
    private final Map<String, Class<? extends Record>> profileTypes = new TreeMap<>();

    /** The profile as bound, with where it is written and the layers that go under every tenant. */
    record BoundProfile(
            ClusterProfile profile,
            @Nullable Origin origin,
            Map<Class<?>, Record> sections,
            Map<Section<?>, Layer> tenantDefaults) {}

    ProfileBinder(SpecKeys keys, List<Problem> problems) {
        this.keys = keys;
        this.problems = problems;
        for (var section : keys.sections()) {
            section.profile().ifPresent(profile -> profileTypes.put(section.name(), profile.getClass()));
        }
    }

    BoundProfile bind(Input input, List<Envelope> documents) {
        for (var extra : documents.subList(Math.min(1, documents.size()), documents.size())) {
            extra.reports()
                    .error(
                            "PROFILE_TWICE",
                            extra.spec().document().root(),
                            "",
                            "a second ClusterProfile; the first is in "
                                    + documents
                                            .get(0)
                                            .spec()
                                            .document()
                                            .source()
                                            .name(),
                            "keep one");
        }
        var written = new HashMap<Class<?>, Written>();
        input.profileSections().forEach(section -> written.put(known(section).getClass(), Written.of(section)));
        if (input.profile() != null) {
            written.put(ClusterProfile.class, Written.of(input.profile()));
        }
        var tenantDefaults = new HashMap<>(JavaLayers.of(input.tenantDefaults(), "spec." + TENANT_DEFAULTS, keys));
        if (!documents.isEmpty()) {
            read(documents.get(0), written, tenantDefaults);
        }
        var origin = documents.isEmpty() ? null : documents.get(0).spec();
        var sections = new HashMap<Class<?>, Record>();
        for (var section : keys.sections()) {
            section.profile()
                    .ifPresent(defaults -> sections.put(
                            defaults.getClass(), finished(defaults, List.of(section.name()), written, origin)));
        }
        var profile = (ClusterProfile) finished(ClusterProfile.DEFAULTS, List.of(), written, origin);
        return new BoundProfile(sound(profile, origin), origin, sections, tenantDefaults);
    }

    private void read(Envelope envelope, Map<Class<?>, Written> written, Map<Section<?>, Layer> tenantDefaults) {
        var binder = new Binder(envelope.reports());
        var unknown = new UnknownKeys(keys, envelope.reports());
        var shape = RecordShape.of(ClusterProfile.class);
        var mapping = envelope.spec().mapping();
        var own = new ArrayList<MappingNode.Entry>();
        for (var entry : mapping.entries()) {
            var key = entry.key().text();
            var type = profileTypes.get(key);
            if (key.equals(TENANT_DEFAULTS)) {
                tenantDefaults(envelope, entry.value(), tenantDefaults);
            } else if (type != null) {
                overlay(written, type, binder.record(RecordShape.of(type), entry.value(), "spec." + key));
            } else if (shape.indexOf(key) >= 0) {
                own.add(entry);
            } else {
                unknown.inProfile(entry.key(), known(shape));
            }
        }
        var spec = MappingNode.of(mapping.line(), mapping.column(), own);
        overlay(written, ClusterProfile.class, binder.record(shape, spec, "spec"));
    }

    private Record known(Record section) {
        if (!profileTypes.containsValue(section.getClass())) {
            throw new IllegalArgumentException("no section on the class path has the profile type "
                    + section.getClass().getName() + "; add the module that declares it");
        }
        return section;
    }

    private List<String> known(RecordShape shape) {
        return Stream.of(shape.keys().stream(), profileTypes.keySet().stream(), Stream.of(TENANT_DEFAULTS))
                .flatMap(Function.identity())
                .toList();
    }

    private void tenantDefaults(Envelope envelope, Node node, Map<Section<?>, Layer> tenantDefaults) {
        if (!(node instanceof MappingNode mapping)) {
            if (!Binder.isNull(node)) {
                envelope.reports()
                        .mismatch(node, "spec." + TENANT_DEFAULTS, "a mapping", "write sections below it, indented");
            }
            return;
        }
        var origin = new Origin(envelope.spec().document(), mapping, "spec." + TENANT_DEFAULTS);
        new SectionsBinder(keys, envelope.reports())
                .bind(origin, List.of())
                .forEach((section, layer) -> tenantDefaults.merge(section, layer, (below, above) -> above.over(below)));
    }

    private static void overlay(Map<Class<?>, Written> written, Class<?> type, Written above) {
        written.merge(type, above, (below, over) -> over.over(below));
    }

    /** A part of the profile, whose keys stand under these; its defaults after problems were reported. */
    private Record finished(
            Record defaults, List<String> parents, Map<Class<?>, Written> written, @Nullable Origin origin) {
        var above = written.get(defaults.getClass());
        if (above == null) {
            return defaults;
        }
        var merged = above.over(Written.of(defaults));
        var missing = new ArrayList<List<String>>();
        merged.missing(missing::add);
        for (var keys : missing) {
            var full = Written.with(parents, keys.toArray(String[]::new));
            var path = "spec" + parents.stream().map(key -> "." + key).collect(Collectors.joining());
            problems.add(new Problem(
                    Severity.ERROR,
                    "VALUE_MISSING",
                    "is missing",
                    "write it; it has no default",
                    origin == null ? null : origin.locate(full),
                    path + merged.shape().path(keys),
                    null));
        }
        return missing.isEmpty() ? (Record) merged.toRecord() : defaults;
    }

    /** The profile with the default of each key whose value is wrong, so that no contributor meets one. */
    private ClusterProfile sound(ClusterProfile profile, @Nullable Origin origin) {
        var flawed = new HashSet<String>();
        var shape = RecordShape.of(ClusterProfile.class);
        new ProfileRules(keys, (code, path, flaw) -> {
                    flawed.add(path.get(0));
                    var location = origin == null ? null : origin.locate(path);
                    var error = Severity.ERROR;
                    var where = "spec" + shape.path(path);
                    problems.add(new Problem(error, code, flaw.message(), flaw.fix(), location, where, null));
                })
                .judge(profile);
        return flawed.isEmpty()
                ? profile
                : (ClusterProfile) Written.of(profile)
                        .without(flawed)
                        .over(Written.of(ClusterProfile.DEFAULTS))
                        .toRecord();
    }
}
