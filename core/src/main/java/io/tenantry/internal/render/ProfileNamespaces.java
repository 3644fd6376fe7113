package io.tenantry.internal.render;

import io.tenantry.internal.bind.BoundInput;
import io.tenantry.internal.bind.Written;
import java.util.Set;
import java.util.TreeSet;

/** The namespaces that a cluster profile names: its own, and each value of a key {@code namespace} in a section. */
final class ProfileNamespaces {
    private ProfileNamespaces() {}

    static Set<String> of(BoundInput input) {
        var names = new TreeSet<String>();
        names.add(input.profile().platformNamespace());
        for (var section : input.profileSections().values()) {
            Written.of(section).leaves((keys, value) -> {
                if (value instanceof String text && isNamespace(keys.get(keys.size() - 1))) {
                    names.add(text);
                }
            });
        }
        return names;
    }

    private static boolean isNamespace(String key) {
        return key.equals("namespace") || key.endsWith("Namespace");
    }
}
