package io.tenantry.feature.isolation;

import io.tenantry.Labels;
import io.tenantry.spi.SharedPolicy;

/** Expressions that several policies share. */
final class Cel {
    /** The tenant that the namespace of the request belongs to. */
    static final String TENANT = "namespaceObject.metadata.?labels[?'" + Labels.TENANT + "'].orValue('')";

    static final String LEVEL = "namespaceObject.metadata.?labels[?'" + Labels.ISOLATION_LEVEL + "'].orValue('')";

    private Cel() {}

    /** The entries of an annotation that has a line for each. */
    static String lines(String variable) {
        return "variables." + variable + ".split('\\n').filter(line, line != '')";
    }

    /** A list for a message. */
    static String listed(String variable) {
        return "(size(variables.%1$s) == 0 ? 'none' : variables.%1$s.join(', '))".formatted(variable);
    }

    /** The entries of an annotation that has a line for each; an empty one when it has none. */
    static String entries(String key) {
        return SharedPolicy.setting(key) + ".split('\\n')";
    }

    /** The same for a message. */
    static String listedEntries(String key) {
        return "(%1$s == '' ? 'none' : %1$s.replace('\\n', ', '))".formatted(SharedPolicy.setting(key));
    }
}
