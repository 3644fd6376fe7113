package io.tenantry.internal.render;

import io.tenantry.ContributorException;
import io.tenantry.IsolationLevel;
import io.tenantry.internal.bind.Identity;
import io.tenantry.internal.bind.RecordShape;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.RenderCheck;
import io.tenantry.spi.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Contributors that fit together, sorted by section name: each section, key and profile type has one owner. */
public final class Contributors {
    private static final List<String> OWN_KEYS = List.of("namespace", "namespaces", "tenantDefaults");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final List<Contributor<?>> contributors;
    private final List<RenderCheck> checks;

    /**
     * Takes them together.
     *
     * @throws ContributorException when they clash or one breaks the contract; names class and jar
     */
    public Contributors(Collection<? extends ManifestContributor<?>> contributors, Collection<RenderCheck> checks) {
        var sorted = new ArrayList<Contributor<?>>();
        for (var contributor : contributors) {
            sorted.add(Contributor.of(contributor));
        }
        sorted.sort(Comparator.comparing((Contributor<?> each) -> each.section().name())
                .thenComparing(each -> each.code().getClass().getName()));
        this.contributors = List.copyOf(sorted);
        this.checks = sorted(checks);
        claimKeys();
    }

    private Contributors(List<Contributor<?>> contributors) {
        this.contributors = contributors;
        this.checks = List.of();
    }

    /** The same, but nothing is checked after assembly. */
    public Contributors withoutChecks() {
        return new Contributors(contributors);
    }

    public List<Contributor<?>> all() {
        return contributors;
    }

    public List<RenderCheck> checks() {
        return checks;
    }

    public List<Section<?>> sections() {
        var sections = new ArrayList<Section<?>>();
        contributors.forEach(contributor -> sections.add(contributor.section()));
        return sections;
    }

    private static List<RenderCheck> sorted(Collection<RenderCheck> checks) {
        var byName = new TreeMap<String, RenderCheck>();
        for (var check : checks) {
            var name = Provenance.call(check, "name", check::name);
            var earlier = byName.put(name, check);
            if (earlier != null) {
                throw new ContributorException(Provenance.of(check.getClass()) + " is a check named " + name + ", and "
                        + Provenance.of(earlier.getClass()) + " is too; rename one of them");
            }
        }
        return List.copyOf(byName.values());
    }

    private void claimKeys() {
        var owners = new HashMap<String, String>();
        RecordShape.of(Identity.class).keys().forEach(key -> owners.put(key, "core"));
        OWN_KEYS.forEach(key -> owners.put(key, "core"));
        var types = new HashMap<String, String>();
        for (var contributor : contributors) {
            var section = contributor.section();
            var shape = shape(contributor);
            judge(contributor);
            claim(owners, section.name(), contributor);
            claim(types, section.type().getName(), contributor);
            for (var key : section.shorthand()) {
                if (shape.indexOf(key) < 0) {
                    throw contributor.broke(
                            "declares the shorthand " + key + ", which "
                                    + section.type().getName() + " has not",
                            "name one of " + String.join(", ", shape.keys()));
                }
                claim(owners, key, contributor);
            }
            section.profile()
                    .ifPresent(profile -> claim(types, profile.getClass().getName(), contributor));
        }
    }

    private static void judge(Contributor<?> contributor) {
        var section = contributor.section();
        if (!KEY.matcher(section.name()).matches()) {
            throw contributor.broke(
                    "owns a section named \"" + section.name() + "\", which is no key",
                    "use letters and digits and begin with a lower-case letter, such as podCeiling");
        }
        for (var level : IsolationLevel.values()) {
            contributor.call("Section.defaults(" + level + ")", () -> section.defaults(level));
        }
    }

    private static RecordShape shape(Contributor<?> contributor) {
        try {
            contributor.section().profile().ifPresent(profile -> RecordShape.of(profile.getClass()));
            return RecordShape.of(contributor.section().type());
        } catch (IllegalArgumentException e) {
            throw contributor.broke("has a config that cannot be read: " + e.getMessage(), "change that type");
        }
    }

    private static void claim(Map<String, String> owners, String key, Contributor<?> contributor) {
        var earlier = owners.putIfAbsent(key, contributor.toString());
        if (earlier != null) {
            throw contributor.broke(
                    "claims " + key + ", which " + earlier + " claims too",
                    "rename it in one of them, or take one of the two off the class path");
        }
    }
}
