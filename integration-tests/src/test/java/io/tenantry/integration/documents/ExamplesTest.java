package io.tenantry.integration.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.feature.quota.QuotaContributor;
import io.tenantry.feature.quota.QuotaTotals;
import io.tenantry.validation.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    static List<Path> examples() {
        return Documents.files("examples", ".yaml");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachFileMatchesTheSchema(Path file) {
        assertThat(Documents.flaws(Documents.text(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachFileIsSoundByItself(Path file) {
        assertThat(Documents.problems(source(file)))
                .filteredOn(problem -> !problem.code().equals("TENANT_MISSING"))
                .noneMatch(problem -> problem.severity() != Severity.NOTICE);
    }

    @Test
    void allFilesTogetherAreOneSet() {
        var sources = examples().stream().map(ExamplesTest::source).toArray(Source[]::new);

        assertThat(sources).hasSizeGreaterThanOrEqualTo(6);
        assertThat(Documents.problems(sources)).noneMatch(problem -> problem.severity() != Severity.NOTICE);
    }

    @Test
    void multiTenantClusterTotals350CoresAnd896Gi() {
        var file = Documents.ROOT.resolve("examples/multi-tenant-cluster.yaml");
        var rendered = Documents.TENANTRY.render(Input.of(source(file)));

        var totals = QuotaTotals.of(rendered.views(QuotaContributor.SECTION));

        assertThat(totals.all().cpu().plain()).isEqualTo("350");
        assertThat(totals.all().memory().bytes()).isEqualTo("896Gi");
    }

    private static Source source(Path file) {
        return Source.ofString(file.getFileName().toString(), Documents.text(file));
    }
}
