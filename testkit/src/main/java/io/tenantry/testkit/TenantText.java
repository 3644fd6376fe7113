package io.tenantry.testkit;

import io.tenantry.IsolationLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of a tenant file, put together key by key; each method returns a new value. */
final class TenantText {
    private final String name;
    private final IsolationLevel level;
    private final List<String> moreNamespaces;
    private final SortedMap<String, SortedMap<String, String>> sections;
    private final SortedMap<String, SortedMap<String, String>> inNamespace;

    /** A tenant that writes its name and its level, with the namespace of its name. */
    TenantText(String name, IsolationLevel level) {
        this(name, level, List.of(), new TreeMap<>(), new TreeMap<>());
    }

    private TenantText(
            String name,
            IsolationLevel level,
            List<String> moreNamespaces,
            SortedMap<String, SortedMap<String, String>> sections,
            SortedMap<String, SortedMap<String, String>> inNamespace) {
        this.name = name;
        this.level = level;
        this.moreNamespaces = moreNamespaces;
        this.sections = sections;
        this.inNamespace = inNamespace;
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

    private static SortedMap<String, SortedMap<String, String>> put(
            SortedMap<String, SortedMap<String, String>> sections, String section, String key, String value) {
        var copy = new TreeMap<>(sections);
        var keys = new TreeMap<>(copy.getOrDefault(section, new TreeMap<>()));
        if (value.isEmpty()) {
            keys.remove(key);
        } else {
            keys.put(key, value);
        }
        copy.put(section, keys);
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
