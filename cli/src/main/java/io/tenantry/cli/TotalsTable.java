package io.tenantry.cli;

import io.tenantry.Amount;
import io.tenantry.feature.quota.QuotaTotals;
import io.tenantry.feature.quota.QuotaTotals.Total;
import java.util.function.Function;

/** The totals as a table, with what the nodes have where the profile names them. */
final class TotalsTable {
    private TotalsTable() {}

    static String of(QuotaTotals totals) {
        var table = new TextTable("TENANT", "CPU", "MEMORY", "STORAGE", "PODS");
        totals.tenants().forEach(tenant -> row(table, tenant.tenant(), tenant.total()));
        row(table, "all " + totals.tenants().size(), totals.all());
        var capacity = totals.capacity();
        if (capacity != null) {
            table.row(
                    "nodes",
                    capacity.cpu().plain(),
                    capacity.memory().bytes(),
                    "",
                    capacity.pods().plain());
            table.row(
                    "share",
                    percent(totals, Total::cpu),
                    percent(totals, Total::memory),
                    "",
                    percent(totals, Total::pods));
        }
        return table.toString();
    }

    private static void row(TextTable table, String name, Total total) {
        table.row(
                name,
                total.cpu().plain(),
                total.memory().bytes(),
                total.storage().bytes(),
                total.pods().plain());
    }

    private static String percent(QuotaTotals totals, Function<Total, Amount> of) {
        return totals.percent(of).map(percent -> percent.toPlainString() + " %").orElse("");
    }
}
