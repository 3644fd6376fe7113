package io.tenantry;

import io.tenantry.internal.render.Contributors;
import io.tenantry.internal.render.Discovery;
import io.tenantry.internal.render.Rendering;
import io.tenantry.internal.schema.DocumentSchema;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.RenderCheck;
import io.tenantry.spi.Section;
import io.tenantry.validation.ValidationResult;
import java.util.Collection;
import java.util.List;

/**
 * The way in: a set of contributors that turns tenants into checked manifests.
 *
 * <pre>{@code
 * Tenantry tenantry = Tenantry.discover();
 * Rendered rendered = tenantry.render(Input.of(Source.ofString("acme.yaml", text)));
 * try (var writer = ManifestWriter.yaml(System.out)) {
 *     writer.writeAll(rendered);
 * }
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads. The same input gives the same result, in the same order, on every
 * machine.
 */
public final class Tenantry {
    private final Contributors contributors;

    private Tenantry(Contributors contributors) {
        this.contributors = contributors;
    }

    /**
     * All contributors and checks on the class path of the current thread's context class loader.
     *
     * @throws ContributorException when one cannot be made or two clash; names class and jar
     */
    public static Tenantry discover() {
        var loader = Thread.currentThread().getContextClassLoader();
        return discover(loader != null ? loader : Tenantry.class.getClassLoader());
    }

    /**
     * All contributors and checks that a class loader knows.
     *
     * @throws ContributorException when one cannot be made or two clash; names class and jar
     */
    public static Tenantry discover(ClassLoader loader) {
        return of(contributors(loader), Discovery.load(RenderCheck.class, loader));
    }

    /**
     * These contributors and no checks.
     *
     * @throws ContributorException when two clash; names class and jar
     */
    public static Tenantry of(ManifestContributor<?>... contributors) {
        return of(List.of(contributors), List.of());
    }

    /**
     * These contributors and checks, in any order.
     *
     * @throws ContributorException when two clash; names class and jar
     */
    public static Tenantry of(
            Collection<? extends ManifestContributor<?>> contributors, Collection<RenderCheck> checks) {
        return new Tenantry(new Contributors(contributors, checks));
    }

    /** The same contributors and no checks, for a program that shows what a check would refuse. */
    public Tenantry withoutChecks() {
        return new Tenantry(contributors.withoutChecks());
    }

    /**
     * Everything that is wrong with an input.
     *
     * @throws ContributorException when a contributor fails
     */
    public ValidationResult validate(Input input) {
        return Rendering.of(contributors, input).validation();
    }

    /**
     * The input's objects.
     *
     * @throws InvalidTenantException when the input has errors; it carries all of them
     * @throws ContributorException when a contributor fails
     */
    public Rendered render(Input input) {
        return Rendering.of(contributors, input).orThrow();
    }

    /** The sections that are known, by name. */
    public List<Section<?>> sections() {
        return contributors.sections();
    }

    /**
     * The JSON Schema (2020-12) of tenant files and cluster profiles with these sections, for editors; indented.
     *
     * <p>It says what can be read. What contributors check beyond that is said by {@link #validate}.
     */
    public String schema() {
        return DocumentSchema.of(contributors.sections());
    }

    private static Collection<ManifestContributor<?>> contributors(ClassLoader loader) {
        return Discovery.load(ManifestContributor.class, loader).stream()
                .<ManifestContributor<?>>map(contributor -> contributor)
                .toList();
    }
}
