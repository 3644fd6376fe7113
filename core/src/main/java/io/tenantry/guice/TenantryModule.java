package io.tenantry.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tenantry.Tenantry;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.RenderCheck;
import java.util.Set;

/**
 * Binds {@link Tenantry} to the contributors and checks that other modules bind.
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(new TenantryModule(), new AbstractModule() {
 *     protected void configure() {
 *         TenantryModule.contributors(binder()).addBinding().to(QuotaContributor.class);
 *     }
 * });
 * Tenantry tenantry = injector.getInstance(Tenantry.class);
 * }</pre>
 *
 * <p>Nothing is discovered: what is not bound does not take part. Needs Guice on the class path, which core does not
 * bring.
 */
public final class TenantryModule extends AbstractModule {

    /** Where to add contributors. */
    public static Multibinder<ManifestContributor<?>> contributors(Binder binder) {
        return Multibinder.newSetBinder(binder, new TypeLiteral<ManifestContributor<?>>() {});
    }

    /** Where to add checks. */
    public static Multibinder<RenderCheck> checks(Binder binder) {
        return Multibinder.newSetBinder(binder, RenderCheck.class);
    }

    @Override
    protected void configure() {
        contributors(binder());
        checks(binder());
    }

    @Provides
    @Singleton
    Tenantry tenantry(Set<ManifestContributor<?>> contributors, Set<RenderCheck> checks) {
        return Tenantry.of(contributors, checks);
    }
}
