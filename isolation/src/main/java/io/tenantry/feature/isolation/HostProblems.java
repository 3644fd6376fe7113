package io.tenantry.feature.isolation;

import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import io.tenantry.validation.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Judges the hosts that Ingresses may serve. */
final class HostProblems {
    private static final String KEY = "allowedIngressHosts";
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*");
    private static final int LONGEST = 253;

    private HostProblems() {}

    static void check(Level level) {
        if (level.written().test(KEY)) {
            for (var host : hosts(level.config())) {
                if (!isHost(host)) {
                    level.at(KEY)
                            .error(
                                    "ISOLATION_HOST",
                                    "has " + Quoted.of(host) + " but must list host names, or *. before one",
                                    "write " + fix(host));
                }
            }
        }
    }

    /** A host that two tenants may serve is a host that one can take from the other. */
    static void checkAll(List<TenantView<Isolation>> tenants, Problems problems) {
        var owners = new TreeMap<String, String>();
        for (var tenant : tenants) {
            for (var host : hosts(tenant)) {
                shared(host, tenant.tenant().name(), owners)
                        .ifPresent(other -> problems.of(tenant.tenant())
                                .at(KEY)
                                .warning(
                                        "ISOLATION_HOST_SHARED",
                                        "has " + host + " but tenant " + owners.get(other) + " may serve " + other,
                                        "leave it to one of the two"));
            }
            hosts(tenant)
                    .forEach(host -> owners.putIfAbsent(host, tenant.tenant().name()));
        }
    }

    private static Optional<String> shared(String host, String tenant, Map<String, String> owners) {
        var parent = host.replaceFirst("^[^.]+\\.", "*.");
        return owners.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(tenant))
                .map(Map.Entry::getKey)
                .filter(other -> other.equals(host)
                        || other.equals(parent)
                        || host.equals(other.replaceFirst("^[^.]+\\.", "*.")))
                .findFirst();
    }

    private static Set<String> hosts(TenantView<Isolation> tenant) {
        var hosts = new TreeSet<String>();
        tenant.namespaces().forEach(namespace -> hosts.addAll(hosts(namespace.config())));
        return hosts;
    }

    private static List<String> hosts(Isolation isolation) {
        var hosts = isolation.allowedIngressHosts();
        return hosts == null ? List.of() : hosts;
    }

    private static boolean isHost(String host) {
        return host.length() <= LONGEST && HOST.matcher(host).matches();
    }

    /** The name in what looks like a URL or a name with a port. */
    private static String fix(String host) {
        var name = host.toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[/:].*", "")
                .replaceFirst("\\.$", "");
        return isHost(name) ? name : "a name such as shop.example.com or *.example.com";
    }
}
