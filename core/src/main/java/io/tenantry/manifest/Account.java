package io.tenantry.manifest;

import io.tenantry.spi.Mechanism;
import java.util.List;

/**
 * What becomes of one parameter of a tenant.
 *
 * @param path as the user wrote it, or where it could be written when it is a default
 * @param value as text
 * @param written whether the tenant file gives the value; false for a default
 * @param enforcedBy what makes it true; one entry of {@link Mechanism#NOT_ENFORCED} when nothing does
 * @param reason why it is not enforced, else empty
 * @param implies what the value gives or takes beyond what it says, sorted
 */
public record Account(
        String tenant,
        String path,
        String value,
        boolean written,
        List<EnforcedBy> enforcedBy,
        String reason,
        List<String> implies) {
    /** The reason where a contributor speaks of a parameter neither with makesTrue nor with notEnforced: its bug. */
    public static final String NOT_SAID = "the module does not say what makes it true";

    public Account {
        enforcedBy = List.copyOf(enforcedBy);
        implies = List.copyOf(implies);
    }

    public boolean enforced() {
        return enforcedBy.stream().noneMatch(by -> by.mechanism() == Mechanism.NOT_ENFORCED);
    }

    /**
     * A mechanism and the object that carries it.
     *
     * @param object {@link Manifest#key()}, for a record followed by {@code #} and the label or annotation; empty when
     *     nothing enforces
     */
    public record EnforcedBy(Mechanism mechanism, String object) {}
}
