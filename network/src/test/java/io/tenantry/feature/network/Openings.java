package io.tenantry.feature.network;

import io.tenantry.Source;
import io.tenantry.feature.network.reachability.Endpoint;
import io.tenantry.feature.network.reachability.Outside;
import io.tenantry.feature.network.reachability.Pod;
import io.tenantry.feature.network.reachability.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the policies of one namespace let through, seen from one pod in it, towards a handful of others. */
final class Openings {
    private static final Pod SELF = Pod.in("acme-prod", "self").withPort("http", Port.tcp(8080));
    private static final List<Port> PORTS =
            List.of(Port.tcp(22), Port.tcp(80), Port.tcp(6443), Port.tcp(8080), Port.udp(53), Port.udp(80));
    private static final Map<String, Endpoint> OTHERS = others();

    private Openings() {}

    /** Each as {@code from OTHER PROTOCOL PORT, …}; {@code all} where every port tried is open. */
    static Set<String> of(Source... sources) {
        var reachability = Tenants.reachability(Tenants.render(sources));
        var openings = new TreeSet<String>();
        OTHERS.forEach((name, other) -> {
            var in = new ArrayList<Port>();
            var out = new ArrayList<Port>();
            for (var port : PORTS) {
                if (reachability.verdict(other, SELF, port).ingress().allowed()) {
                    in.add(port);
                }
                if (reachability.verdict(SELF, other, port).egress().allowed()) {
                    out.add(port);
                }
            }
            add("from " + name, in, openings);
            add("to " + name, out, openings);
        });
        return openings;
    }

    private static void add(String name, List<Port> open, Set<String> openings) {
        if (open.size() == PORTS.size()) {
            openings.add(name + " all");
        } else if (!open.isEmpty()) {
            var ports = open.stream().map(Port::toString).toList();
            openings.add(name + " " + String.join(", ", ports));
        }
    }

    private static Map<String, Endpoint> others() {
        var others = new LinkedHashMap<String, Endpoint>();
        others.put("acme-prod", Pod.in("acme-prod", "other"));
        others.put("acme-prod app=web", web("acme-prod"));
        others.put("acme-dev", Pod.in("acme-dev", "pod").withPort("http", Port.tcp(80)));
        others.put("widgets", Pod.in("widgets", "pod").withAddress("10.244.9.9"));
        others.put("widgets app=web", web("widgets"));
        others.put("vault", Pod.in("vault", "pod"));
        others.put("vault app=web", web("vault"));
        others.put("ingress-nginx", Pod.in("ingress-nginx", "pod"));
        others.put("monitoring", Pod.in("monitoring", "pod"));
        others.put("coredns", Pod.in("kube-system", "coredns").withLabels(Map.of("k8s-app", "kube-dns")));
        others.put("scheduler", Pod.in("kube-system", "scheduler"));
        others.put("internet", Outside.of("1.1.1.1"));
        others.put("internet6", Outside.of("2606:4700::1111"));
        others.put("corporate", Outside.of("172.20.0.1"));
        others.put("metadata", Outside.of("169.254.169.254"));
        others.put("api server", Outside.of("192.168.0.10"));
        others.put("node", Outside.of("192.168.0.20"));
        others.put("nat64", Outside.of("64:ff9b::101:101"));
        others.put("metadata by nat64", Outside.of("64:ff9b::a9fe:a9fe"));
        return others;
    }

    private static Pod web(String namespace) {
        return Pod.in(namespace, "web").withLabels(Map.of("app", "web"));
    }
}
