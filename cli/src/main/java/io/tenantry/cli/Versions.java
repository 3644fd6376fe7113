package io.tenantry.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's version, from its jar. */
final class Versions implements IVersionProvider {
    /** The version of the jar that a class came from; {@code development} where it came from no jar. */
    static String of(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"tenantry " + of(Main.class)};
    }
}
