package io.tenantry.internal.render;

import io.tenantry.internal.bind.BoundInput;
import io.tenantry.internal.bind.Written;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The namespaces that a cluster profile names: its own, and in sections those of keys that end with the word. */
final class ProfileNamespaces {
    private ProfileNamespaces() {}

    static Set<String> of(BoundInput input) {
        var names = new TreeSet<String>();
        names.add(input.profile().platformNamespace());
        for (var section : input.profileSections().values()) {
            Written.of(section).leaves((keys, value) -> {
                var key = keys.get(keys.size() - 1);
                if (value instanceof String name && isNamespace(key)) {
                    names.add(name);
                } else if (value instanceof List<?> list && key.endsWith("Namespaces")) {
                    list.forEach(name -> names.add(name.toString()));
                }
            });
        }
        return names;
    }

    private static boolean isNamespace(String key) {
        return key.equals("namespace") || key.endsWith("Namespace");
    }
}
