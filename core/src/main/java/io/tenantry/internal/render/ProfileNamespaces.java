package io.tenantry.internal.render;

import io.tenantry.internal.bind.BoundInput;
import io.tenantry.internal.bind.Written;
import java.util.Set;
import java.util.TreeSet;

/** The namespaces that a cluster profile names: every text in it that could be one. */
final class ProfileNamespaces {
    private ProfileNamespaces() {}

    static Set<String> of(BoundInput input) {
        var names = new TreeSet<String>();
        names.add(input.profile().platformNamespace());
        for (var section : input.profileSections().values()) {
            Written.of(section).leaves((keys, value) -> {
                if (value instanceof String text) {
                    names.add(text);
                }
            });
        }
        return names;
    }
}
