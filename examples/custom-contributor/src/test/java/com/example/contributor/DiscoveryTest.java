package com.example.contributor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    @Test
    void isFoundOnTheClassPath() {
        var tenant = Tenant.named("acme").with(new PodCeiling(7)).build();

        var rendered = Tenantry.discover().render(Input.of(tenant));

        assertThat(rendered.objects(tenant))
                .extracting(manifest -> manifest.key())
                .containsExactly("v1/Namespace//acme", "v1/ResourceQuota/acme/pod-ceiling");
    }
}
