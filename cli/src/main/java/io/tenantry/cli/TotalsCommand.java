package io.tenantry.cli;

import io.tenantry.Tenantry;
import io.tenantry.feature.quota.QuotaContributor;
import io.tenantry.feature.quota.QuotaTotals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenantry totals}: what all tenants together may use. */
@Command(
        name = "totals",
        description =
                "Sums the quotas of all tenants exactly, and compares them with the nodes of the cluster profile.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tenantry totals tenants/ cluster-profile.yaml"})
final class TotalsCommand implements PathCommand {
    private final Console console;

    @Mixin
    private InputPaths paths = new InputPaths();

    @Mixin
    private OutputOption output = new OutputOption();

    TotalsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void read(List<String> paths) {
        this.paths.set(paths);
    }

    @Override
    public Integer call() throws IOException {
        var rendered = Tenantry.discover().render(paths.read(console.in()));
        new ProblemPrinter(console).printWarnings(rendered.validation());
        var totals = QuotaTotals.of(rendered.views(QuotaContributor.SECTION));
        if (output.isJson()) {
            Json.write(TotalsJson.of(totals), console.out());
        } else {
            console.out().write(TotalsTable.of(totals).getBytes(StandardCharsets.UTF_8));
        }
        return ExitCode.DONE;
    }
}
