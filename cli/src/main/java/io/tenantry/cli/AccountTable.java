package io.tenantry.cli;

import io.tenantry.Tenant;
import io.tenantry.manifest.Account;
import java.util.List;

/** The accounts of one tenant as a table; a value that is a default is in parentheses. */
final class AccountTable {
    private static final int LONGEST_VALUE = 40;

    private AccountTable() {}

    static String of(Tenant tenant, List<Account> accounts) {
        var table = new TextTable("PARAMETER", "VALUE", "MECHANISM", "OBJECT OR REASON");
        for (var account : accounts) {
            var path = account.path();
            var value = value(account);
            for (var by : account.enforcedBy()) {
                var object = by.object().isEmpty() ? account.reason() : by.object();
                table.row(path, value, by.mechanism().toString(), object);
                path = "";
                value = "";
            }
            if (account.enforced() && !account.reason().isEmpty()) {
                table.row("", "", "", account.reason());
            }
            account.implies().forEach(consequence -> table.row("", "", "implies", consequence));
        }
        return "Tenant " + tenant.name() + "\n" + table + "\n";
    }

    private static String value(Account account) {
        var line = OneLine.of(account.value());
        var shown = line.codePointCount(0, line.length()) > LONGEST_VALUE
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE)) + "…"
                : line;
        return account.written() ? shown : "(" + shown + ")";
    }
}
