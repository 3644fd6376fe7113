package io.tenantry.testkit;

import io.tenantry.Input;
import io.tenantry.IsolationLevel;
import io.tenantry.Source;
import io.tenantry.Tenant;
import io.tenantry.TenantNamespace;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Random valid tenants, as text and in Java, the same ones for the same seed.
 *
 * <pre>{@code
 * Tenants tenants = Tenants.of(Tenantry.discover(), 42);
 * String yaml = tenants.text("acme");
 * Tenant inJava = tenants.inJava(yaml);
 * }</pre>
 *
 * <p>Each has one to three namespaces and some keys of some sections, for the tenant and for its namespaces; a key whose
 * value a contributor refuses is left out, and one that it misses is written. Not for use by several threads.
 */
public final class Tenants {
    private final Tenantry tenantry;
    private final Random random;
    private final ConfigValues values;
    private final Optional<String> profile;

    private Tenants(Tenantry tenantry, long seed, Values values, Optional<String> profile) {
        this.tenantry = tenantry;
        this.random = new Random(seed);
        this.values = new ConfigValues(values);
        this.profile = profile;
    }

    /** Tenants that are valid for these contributors. */
    public static Tenants of(Tenantry tenantry, long seed) {
        return of(tenantry, seed, new Values());
    }

    /** Tenants that are valid for these contributors, with these values for some keys. */
    public static Tenants of(Tenantry tenantry, long seed, Values values) {
        return of(tenantry, seed, values, Optional.empty());
    }

    /** Tenants that are valid on the cluster of a profile's text, with these values for some keys. */
    public static Tenants of(Tenantry tenantry, long seed, Values values, String profile) {
        return of(tenantry, seed, values, Optional.of(profile));
    }

    static Tenants of(Tenantry tenantry, long seed, Values values, Optional<String> profile) {
        return new Tenants(tenantry, seed, values, profile);
    }

    /** The next tenant, of any level, as the text of a file. */
    public String text(String name) {
        var levels = IsolationLevel.values();
        return text(name, levels[random.nextInt(levels.length)]);
    }

    /** The next tenant, of that level, as the text of a file. */
    public String text(String name, IsolationLevel level) {
        return next(name, level).toString();
    }

    /** The next tenants, of any level and valid together, as the texts of files. */
    public List<String> texts(List<String> names) {
        var levels = IsolationLevel.values();
        var proposals = names.stream()
                .map(name -> proposal(name, levels[random.nextInt(levels.length)]))
                .toList();
        return repair().of(proposals).stream().map(TenantText::toString).toList();
    }

    TenantText next(String name, IsolationLevel level) {
        return repair().of(List.of(proposal(name, level))).get(0);
    }

    /** A tenant that writes nothing but its level, and the keys without which that level is refused, if there are any. */
    TenantText plain(String name, IsolationLevel level) {
        return repair().of(List.of(new TenantText(name, level))).get(0);
    }

    private Repair repair() {
        return new Repair(tenantry, values, random, this::input);
    }

    /** Keys and values that fit by their types. */
    private TenantText proposal(String name, IsolationLevel level) {
        var text = new TenantText(name, level);
        for (int i = 1 + random.nextInt(3); i > 1; i--) {
            text = text.withNamespace(name + "-" + i);
        }
        for (var section : tenantry.sections()) {
            for (var component : section.type().getRecordComponents()) {
                var fitting = values.fitting(component.getGenericType(), component.getName());
                if (random.nextInt(3) == 0) {
                    var value = fitting.get(random.nextInt(fitting.size()));
                    text = text.with(section.name(), component.getName(), value);
                }
                if (random.nextInt(9) == 0) {
                    var value = fitting.get(random.nextInt(fitting.size()));
                    text = text.withInNamespace(section.name(), component.getName(), value);
                }
            }
        }
        return text;
    }

    /** The tenant of a text as it is built in Java, with every section whole and for every namespace. */
    public Tenant inJava(String text) {
        var rendered = tenantry.render(input(List.of(text)));
        var read = rendered.tenants().get(0);
        var tenant = Tenant.named(read.name())
                .displayName(read.displayName().orElse(null))
                .isolationLevel(read.isolationLevel())
                .labels(read.labels())
                .annotations(read.annotations());
        tenantry.sections().forEach(section -> tenant.with(config(rendered, section)));
        for (var namespace : read.namespaces()) {
            tenant.namespace(TenantNamespace.named(namespace.name())
                    .withLabels(namespace.labels())
                    .withAnnotations(namespace.annotations()));
        }
        return tenant.build();
    }

    private Input input(List<String> texts) {
        var sources = new ArrayList<Source>();
        texts.forEach(text -> sources.add(Source.ofString("tenant-" + sources.size() + ".yaml", text)));
        profile.ifPresent(document -> sources.add(Source.ofString(Subject.PROFILE, document)));
        return Input.of(sources, List.of());
    }

    private static Record config(Rendered rendered, Section<?> section) {
        return (Record) rendered.views(section).get(0).config();
    }
}
