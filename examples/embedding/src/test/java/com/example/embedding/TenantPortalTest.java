package com.example.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import io.tenantry.Tenantry;
import io.tenantry.feature.quota.LimitsContributor;
import io.tenantry.feature.quota.QuotaContributor;
import io.tenantry.guice.TenantryModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TenantPortalTest {
    @Test
    void splitsWhatWasOrderedOverTheNamespaces() throws IOException {
        var yaml = render(Tenantry.discover());

        assertThat(yaml).contains("name: shop-prod", "name: shop-dev", "requests.cpu: \"20\"", "pods: \"50\"");
    }

    @Test
    void saysWhatIsWrongWithAnOrder() {
        var portal = new TenantPortal(Tenantry.discover());

        assertThat(portal.problems(TenantPortal.order("shop", 40))).isEmpty();
        assertThat(portal.problems(TenantPortal.order("shop", -1)))
                .anyMatch(problem -> problem.startsWith("spec.quota.cpuQuota is -1 but must be 0 or more"));
    }

    @Test
    void rendersTheSameThroughGuice() throws IOException {
        var injector = Guice.createInjector(new TenantryModule(), new AbstractModule() {
            @Override
            protected void configure() {
                var contributors = TenantryModule.contributors(binder());
                contributors.addBinding().to(QuotaContributor.class);
                contributors.addBinding().to(LimitsContributor.class);
            }
        });

        assertThat(render(injector.getInstance(Tenantry.class))).isEqualTo(render(Tenantry.discover()));
    }

    private static String render(Tenantry tenantry) throws IOException {
        var out = new ByteArrayOutputStream();
        new TenantPortal(tenantry).render(TenantPortal.order("shop", 40), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
