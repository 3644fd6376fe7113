package io.tenantry.testkit;

import io.tenantry.Input;
import io.tenantry.IsolationLevel;
import io.tenantry.Source;
import io.tenantry.Tenant;
import io.tenantry.TenantNamespace;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Section;
import java.util.Arrays;
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
 * value a contributor refuses is left out. Not for use by several threads.
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

    /** Tenants that are valid on the cluster of a profile's text. */
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

    TenantText next(String name, IsolationLevel level) {
        var text = plain(name, level);
        for (int i = 1 + random.nextInt(3); i > 1; i--) {
            text = text.withNamespace(name + "-" + i);
        }
        for (var section : tenantry.sections()) {
            for (var component : section.type().getRecordComponents()) {
                var fitting = values.fitting(component.getGenericType(), component.getName());
                if (random.nextInt(3) == 0) {
                    var value = fitting.get(random.nextInt(fitting.size()));
                    text = ifValid(text.with(section.name(), component.getName(), value), text);
                }
                if (random.nextInt(9) == 0) {
                    var value = fitting.get(random.nextInt(fitting.size()));
                    text = ifValid(text.withInNamespace(section.name(), component.getName(), value), text);
                }
            }
        }
        return text;
    }

    /** The tenant of a text as it is built in Java, with every section whole and for every namespace. */
    public Tenant inJava(String text) {
        var rendered = tenantry.render(input(text));
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

    private Input input(String text) {
        var input = Input.of(Source.ofString("tenant.yaml", text));
        return profile.map(document -> input.plus(Source.ofString(Subject.PROFILE, document)))
                .orElse(input);
    }

    private static Record config(Rendered rendered, Section<?> section) {
        return (Record) rendered.views(section).get(0).config();
    }

    /** A tenant that writes nothing but its level, and the one key without which that level is refused, if there is one. */
    TenantText plain(String name, IsolationLevel level) {
        var text = new TenantText(name, level);
        if (isValid(text)) {
            return text;
        }
        return tenantry.sections().stream()
                .flatMap(section -> Arrays.stream(section.type().getRecordComponents())
                        .flatMap(key -> values.fitting(key.getGenericType(), key.getName()).stream()
                                .map(value -> text.with(section.name(), key.getName(), value))))
                .filter(this::isValid)
                .findFirst()
                .orElse(text);
    }

    private TenantText ifValid(TenantText changed, TenantText otherwise) {
        return isValid(changed) ? changed : otherwise;
    }

    private boolean isValid(TenantText text) {
        return tenantry.validate(input(text.toString())).valid();
    }
}
