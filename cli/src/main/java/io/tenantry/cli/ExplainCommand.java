package io.tenantry.cli;

import io.tenantry.Tenantry;
import io.tenantry.manifest.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenantry explain}: what makes each parameter true. */
@Command(
        name = "explain",
        description =
                "Shows, for each parameter of each tenant, which object and mechanism enforces it, or why none does.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tenantry explain tenants/ --tenant acme-corp",
            "  tenantry explain -o json tenants/ | jq '.[] | select(.enforcedBy[].mechanism == \"not-enforced\")'"
        })
final class ExplainCommand implements PathCommand {
    private final Console console;

    @Mixin
    private InputPaths paths = new InputPaths();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private TenantNames tenants = new TenantNames();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public void read(List<String> paths) {
        this.paths.set(paths);
    }

    @Override
    public Integer call() throws IOException {
        var rendered = Tenantry.discover().render(paths.read(console.in()));
        var named = tenants.of(rendered);
        new ProblemPrinter(console).printWarnings(rendered.validation());
        if (output.isJson()) {
            var accounts = new ArrayList<Account>();
            named.forEach(tenant -> accounts.addAll(rendered.accounts(tenant)));
            Json.write(accounts, console.out());
        } else {
            for (var tenant : named) {
                var text = AccountTable.of(tenant, rendered.accounts(tenant));
                console.out().write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return ExitCode.DONE;
    }
}
