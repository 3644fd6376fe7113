package io.tenantry.feature.isolation;

import io.tenantry.Labels;

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
}
