package io.tenantry.feature.rbac;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody with a role reaches beyond its rules: the ways that it opens, the service accounts at their end, and the
 * ways that the rights of those open in turn.
 *
 * <p>Whoever may act as one service account of a namespace may act as each, so one step further is the end.
 */
final class IndirectRights {
    private final Roles roles;
    private final Permissions own;
    private final Set<IndirectWay> ways;

    IndirectRights(Roles roles, String role) {
        this.roles = roles;
        this.own = roles.permissions(role);
        this.ways = waysOpenTo(own);
    }

    /** Service accounts that the role reaches and that may do what it may not. */
    List<ServiceAccountRole> strongerAccounts() {
        return accounts()
                .filter(account -> !own.cover(roles.permissions(account.roleOrViewer())))
                .toList();
    }

    /** A line for each way and for each stronger service account. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        ways.forEach(way -> lines.add(way.text(own)));
        var all = own;
        for (var account : strongerAccounts()) {
            lines.add("has as service account " + account.name() + " the role " + account.roleOrViewer() + " too");
            all = all.and(roles.permissions(account.roleOrViewer()));
        }
        var further = waysOpenTo(all);
        further.removeAll(ways);
        for (var way : further) {
            lines.add("as a service account, " + way.text(all));
        }
        return lines;
    }

    private Stream<ServiceAccountRole> accounts() {
        return ways.stream().anyMatch(IndirectWay::isAsServiceAccounts)
                ? roles.rbac().serviceAccounts().stream()
                        .filter(account -> roles.names().contains(account.roleOrViewer()))
                : Stream.empty();
    }

    private static Set<IndirectWay> waysOpenTo(Permissions permissions) {
        var open = EnumSet.noneOf(IndirectWay.class);
        for (var way : IndirectWay.values()) {
            if (way.isOpenTo(permissions)) {
                open.add(way);
            }
        }
        return open;
    }
}
