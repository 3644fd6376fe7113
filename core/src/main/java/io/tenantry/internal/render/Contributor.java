package io.tenantry.internal.render;

import io.tenantry.ContributorException;
import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Section;
import java.util.Optional;
import java.util.function.Supplier;

/** A contributor with its section and where it came from; calls to it name it when they fail. */
public final class Contributor<C> {
    private final ManifestContributor<C> code;
    private final Section<C> section;

    private Contributor(ManifestContributor<C> code, Section<C> section) {
        this.code = code;
        this.section = section;
    }

    static <C> Contributor<C> of(ManifestContributor<C> code) {
        return new Contributor<>(code, Provenance.call(code, "section", code::section));
    }

    public ManifestContributor<C> code() {
        return code;
    }

    public Section<C> section() {
        return section;
    }

    Optional<ClusterContributor<C>> cluster() {
        return code instanceof ClusterContributor<C> cluster ? Optional.of(cluster) : Optional.empty();
    }

    /** Whether a section's config lives beside this contributor's, so that it may be read directly. */
    boolean sharesModuleWith(Section<?> other) {
        return section.type().getPackageName().equals(other.type().getPackageName());
    }

    <T> T call(String method, Supplier<T> call) {
        return Provenance.call(code, method, call);
    }

    void run(String method, Runnable call) {
        Provenance.call(code, method, () -> {
            call.run();
            return code;
        });
    }

    ContributorException broke(String rule, String fix) {
        return new ContributorException(this + " " + rule + "; " + fix);
    }

    /** Class and jar. */
    @Override
    public String toString() {
        return Provenance.of(code.getClass());
    }
}
