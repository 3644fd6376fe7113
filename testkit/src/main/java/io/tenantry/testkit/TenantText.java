package io.tenantry.testkit;

import io.tenantry.IsolationLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a tenant file, put together key by key; each method returns a new value. */
record TenantText(
        String name,
        IsolationLevel level,
        List<String> moreNamespaces,
        SortedMap<String, SortedMap<String, String>> sections,
        SortedMap<String, SortedMap<String, String>> inNamespace) {
    private static final Pattern KEYS = Pattern.compile("spec\\.(?:namespaces\\[[^]]*]\\.)?(\\w+)\\.(\\w+)");

    /** A tenant that writes its name and its level, with the namespace of its name. */
    TenantText(String name, IsolationLevel level) {
        this(name, level, List.of(), new TreeMap<>(), new TreeMap<>());
    }

    TenantText withNamespace(String namespace) {
        var more = new ArrayList<>(moreNamespaces);
        more.add(namespace);
        return new TenantText(name, level, more, sections, inNamespace);
    }

    /** With a value for a key of a section; the empty string writes nothing. */
    TenantText with(String section, String key, String value) {
        return new TenantText(name, level, moreNamespaces, put(sections, section, key, value), inNamespace);
    }

    /** With a value for a key of a section on the entry of the namespace that is named like the tenant. */
    TenantText withInNamespace(String section, String key, String value) {
        return new TenantText(name, level, moreNamespaces, sections, put(inNamespace, section, key, value));
    }

    /** Where a key of a section stands: on the tenant, or on the entry of the namespace that is named like it. */
    record SectionKey(boolean inNamespace, String section, String name) {
        /** The key that a problem's path leads to or into; of another namespace's entry, the tenant's. */
        static Optional<SectionKey> at(String path, TenantText tenant) {
            boolean inNamespace = path.startsWith("spec.namespaces[" + tenant.name + "].");
            var keys = KEYS.matcher(path);
            return keys.lookingAt()
                    ? Optional.of(new SectionKey(inNamespace, keys.group(1), keys.group(2)))
                    : Optional.empty();
        }
    }

    /** Every key that is written, in the order of the text. */
    List<SectionKey> keys() {
        return Stream.of(false, true)
                .flatMap(within -> (within ? inNamespace : sections)
                        .entrySet().stream()
                                .flatMap(section -> section.getValue().keySet().stream()
                                        .map(key -> new SectionKey(within, section.getKey(), key))))
                .toList();
    }

    /** With a value for a key where it stands; the empty string writes nothing. */
    TenantText with(SectionKey key, String value) {
        return key.inNamespace()
                ? withInNamespace(key.section(), key.name(), value)
                : with(key.section(), key.name(), value);
    }

    private static SortedMap<String, SortedMap<String, String>> put(
            SortedMap<String, SortedMap<String, String>> sections, String section, String key, String value) {
        var copy = new TreeMap<>(sections);
        var keys = new TreeMap<>(copy.getOrDefault(section, new TreeMap<>()));
        if (value.isEmpty()) {
            keys.remove(key);
        } else {
            keys.put(key, value);
        }
        if (keys.isEmpty()) {
            copy.remove(section);
        } else {
            copy.put(section, keys);
        }
        return copy;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("apiVersion: tenantry.io/v1alpha1\nkind: Tenant\nmetadata:\n  name: " + name
                + "\nspec:\n  isolationLevel: " + level + "\n" + lines(sections, "  "));
        if (!moreNamespaces.isEmpty() || !inNamespace.isEmpty()) {
            text.append("  namespaces:\n  - name: ").append(name).append('\n').append(lines(inNamespace, "    "));
            moreNamespaces.forEach(
                    namespace -> text.append("  - name: ").append(namespace).append('\n'));
        }
        return text.toString();
    }

    private static String lines(Map<String, SortedMap<String, String>> sections, String indent) {
        return sections.entrySet().stream()
                .map(section -> indent + section.getKey() + ":\n" + entries(section.getValue(), indent + "  "))
                .collect(Collectors.joining());
    }

    private static String entries(Map<String, String> keys, String indent) {
        return keys.entrySet().stream()
                .map(key -> indent + key.getKey() + ": " + key.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
