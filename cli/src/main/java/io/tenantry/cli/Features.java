package io.tenantry.cli;

import io.tenantry.Tenantry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The features that objects belong to: sections, and core, which owns the Namespaces. */
final class Features {
    private static final String CORE = "core";

    private Features() {}

    /** The names as given, empty for all, once each of them is known. */
    static Set<String> named(List<String> names, Tenantry tenantry, CommandSpec spec) {
        var known = new TreeSet<String>();
        known.add(CORE);
        tenantry.sections().forEach(section -> known.add(section.name()));
        for (var name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(spec.commandLine(), Unknown.message("--feature", name, "feature", known));
            }
        }
        return Set.copyOf(names);
    }
}
