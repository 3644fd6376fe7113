package io.tenantry.feature.network;

import static io.tenantry.feature.network.Tenants.acme;
import static io.tenantry.testkit.Documents.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.spi.Facts;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import io.tenantry.testkit.Documents;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the module tells others. */
class FactsTest {
    private static final Tenantry TENANTRY = Tenantry.of(List.of(new NetworkContributor(), new Listener()), List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network: {allowToExternal: true} | true",
                "networkIsolation: false | none",
                "network: {policyTypes: [Ingress]} | none",
                "namespaces: [acme-prod, {name: acme-dev, networkIsolation: false}] | none",
            })
    void theTenantIsIsolatedWhenAllItsNamespacesAreClosedInBothDirections(String spec, String isolated) {
        assertThat(heard(Documents.tenant("acme", spec))).startsWith(isolated + " ");
    }

    @Test
    void theMeansOfDnsAreThoseOfTheProfileWhereTheTenantAsksForIt() {
        var profile = profile("network: {dnsIsolation: {means: l7-policy}}");

        assertThat(heard(acme("dnsIsolation: true"), profile)).endsWith(" l7-policy");
        assertThat(heard(acme(), profile)).endsWith(" none");
    }

    private static String heard(Source... sources) {
        var rendered = TENANTRY.render(Input.of(sources));
        var metadata = Tenants.objects(rendered, Namespace.class).get(0).getMetadata();
        return Objects.requireNonNull(metadata.getAnnotations().get("example.com/heard"));
    }

    /** Another module, which writes down what it hears. */
    public static final class Listener implements ManifestContributor<Listener.Nothing> {

        /** No keys. */
        public record Nothing() {}

        @Override
        public Section<Nothing> section() {
            return Section.named("listener", Nothing.class, level -> new Nothing());
        }

        @Override
        public Manifests contribute(TenantView<Nothing> tenant) {
            var isolated =
                    tenant.fact(Facts.NETWORK_ISOLATED).map(String::valueOf).orElse("none");
            var means = tenant.fact(Facts.DNS_MEANS).orElse("none");
            var out = Manifests.builder();
            tenant.namespaces()
                    .forEach(namespace -> out.annotate(namespace.name(), "example.com/heard", isolated + " " + means));
            return out.build();
        }
    }
}
