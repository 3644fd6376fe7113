package io.tenantry.internal.bind;

import io.tenantry.internal.read.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** What to say of a key that means nothing where it stands. */
final class UnknownKeys {
    private final SpecKeys keys;
    private final Reports reports;

    UnknownKeys(SpecKeys keys, Reports reports) {
        this.keys = keys;
        this.reports = reports;
    }

    /** A key of a tenant or a namespace, whose other keys are {@code own}. */
    void inTenant(ScalarNode key, String parent, List<String> own) {
        if (!reports.isFull()) {
            var known = new ArrayList<>(keys.direct());
            known.addAll(own);
            report(key, parent, keys.inSections(key.text()), known);
        }
    }

    /** A key of the cluster profile, whose other keys are {@code own}. */
    void inProfile(ScalarNode key, List<String> own) {
        if (!reports.isFull()) {
            var places = new ArrayList<String>();
            keys.find(key.text()).ifPresent(target -> places.add(ProfileBinder.TENANT_DEFAULTS + "." + key.text()));
            keys.inSections(key.text()).forEach(place -> places.add(ProfileBinder.TENANT_DEFAULTS + "." + place));
            report(key, "spec", places, own);
        }
    }

    private void report(ScalarNode key, String parent, List<String> places, List<String> known) {
        var path = parent + "." + key.text();
        var module = OfficialKeys.moduleOf(key.text());
        if (!places.isEmpty()) {
            reports.error("KEY_MISPLACED", key, path, "is a key of a section", "write it as " + places.get(0));
        } else if (module.isPresent()) {
            reports.error(
                    "KEY_OF_ABSENT_MODULE",
                    key,
                    path,
                    "belongs to the module " + module.get() + ", which is not on the class path",
                    "add io.tenantry:" + module.get() + " or remove the key");
        } else {
            var sorted = known.stream().sorted().toList();
            reports.unknownKey(key, sorted, parent + ".", "remove it, or add the module that knows it");
        }
    }
}
