package io.tenantry.internal.render;

import static io.tenantry.sample.Yaml.lines;
import static io.tenantry.sample.Yaml.tenantNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.tenantry.ContributorException;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.ManifestWriter;
import io.tenantry.sample.Ceiling;
import io.tenantry.sample.CeilingContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.TenantView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Enough tenants for several threads, with the outcome of one. */
class ManyTenantsTest {
    private static final int TENANTS = 300;
    private static final Tenantry TENANTRY = Tenantry.of(new CeilingContributor());

    @Test
    void rendersTheSameHoweverTheSourcesAreOrderedAndSpreadOverThreads() {
        var sources = sources("pods: 5");
        var expected = names(sources);
        assertThat(expected).hasSize(2 * TENANTS).isEqualTo(names(sources));
        Collections.shuffle(sources, new Random(1));
        assertThat(names(sources)).isEqualTo(expected);
    }

    @Test
    void writesTheSameBytesAsOneObjectAfterTheOther() throws IOException {
        var rendered = TENANTRY.render(Input.of(sources("pods: 5"), List.of()));
        var together = new ByteArrayOutputStream();
        try (var writer = ManifestWriter.yaml(together)) {
            writer.writeAll(rendered);
        }
        var oneByOne = new ByteArrayOutputStream();
        try (var writer = ManifestWriter.yaml(oneByOne)) {
            for (var shared : rendered.shared()) {
                writer.write(shared.object());
            }
            for (var tenant : rendered.tenants()) {
                for (var manifest : rendered.objects(tenant)) {
                    writer.write(manifest.object());
                }
            }
        }
        assertThat(together.toString(StandardCharsets.UTF_8)).isEqualTo(oneByOne.toString(StandardCharsets.UTF_8));
    }

    @Test
    void findsTheProblemsOfAllTenantsInTheOrderOfFiles() {
        var sources = sources("pods: -1", "cpu: banana");
        var problems = lines(TENANTRY.validate(Input.of(sources, List.of())).problems());

        assertThat(problems).hasSize(2 * TENANTS);
        assertThat(problems.get(0)).startsWith("000.yaml:5:9: spec.pods is -1");
        assertThat(problems.get(2 * TENANTS - 1)).startsWith("299.yaml:6:8: spec.cpu is banana");
        Collections.shuffle(sources, new Random(2));
        assertThat(lines(TENANTRY.validate(Input.of(sources, List.of())).problems()))
                .isEqualTo(problems);
    }

    @Test
    void namesTheFirstTenantForWhichAContributorFails() {
        var failing = new CeilingContributor() {
            @Override
            public Manifests contribute(TenantView<Ceiling> tenant) {
                if (tenant.tenant().name().compareTo("t150") >= 0) {
                    throw new IllegalStateException(tenant.tenant().name());
                }
                return super.contribute(tenant);
            }
        };
        for (int round = 0; round < 5; round++) {
            assertThatThrownBy(() -> Tenantry.of(failing).validate(Input.of(sources("pods: 5"), List.of())))
                    .isInstanceOf(ContributorException.class)
                    .hasMessageContaining("threw java.lang.IllegalStateException: t150 from contribute");
        }
    }

    @Test
    void findsWhatTwoTenantsClaim() {
        var clashing = new CeilingContributor() {
            @Override
            public Manifests contribute(TenantView<Ceiling> tenant) {
                var role = new ClusterRoleBuilder()
                        .withNewMetadata()
                        .withName(tenant.tenant().name().compareTo("t200") < 0 ? tenant.objectName("x") : "same")
                        .endMetadata()
                        .build();
                return Manifests.builder().addToCluster(role).build();
            }
        };
        assertThatThrownBy(() -> Tenantry.of(clashing).validate(Input.of(sources("pods: 5"), List.of())))
                .isInstanceOf(ContributorException.class)
                .hasMessageContaining("for tenant t201 returned rbac.authorization.k8s.io/v1/ClusterRole//same, which ")
                .hasMessageContaining("for tenant t200 returned already");
    }

    private static List<String> names(List<Source> sources) {
        var rendered = TENANTRY.render(Input.of(sources, List.of()));
        return rendered.tenants().stream()
                .flatMap(tenant -> rendered.objects(tenant).stream())
                .map(Manifest::key)
                .toList();
    }

    private static List<Source> sources(String... spec) {
        return new ArrayList<>(IntStream.range(0, TENANTS)
                .mapToObj("%03d"::formatted)
                .map(number -> Source.ofString(number + ".yaml", tenantNamed("t" + number, spec)))
                .toList());
    }
}
