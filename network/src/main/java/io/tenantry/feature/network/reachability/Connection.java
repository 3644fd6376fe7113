package io.tenantry.feature.network.reachability;

import java.util.Map;
import java.util.StringJoiner;

/** A connection that could be made: from a pod or an address, to a port of another. */
public record Connection(Endpoint source, Endpoint destination, Port port) {

    /** In words: {@code a pod of b1 with app=web → a pod of a1 on TCP 5432}. */
    @Override
    public String toString() {
        return text(source) + " → " + text(destination) + " on " + port;
    }

    private static String text(Endpoint end) {
        if (!(end instanceof Pod pod)) {
            return String.valueOf(((Outside) end).address());
        }
        var what = new StringJoiner(" and ", " with ", "").setEmptyValue("");
        pod.labels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(label -> what.add(label.getKey() + "=" + label.getValue()));
        pod.addresses().forEach(address -> what.add("the address " + address));
        pod.namedPorts().forEach(named -> what.add("the port " + named.port() + " named " + named.name()));
        return "a pod of " + pod.namespace() + what;
    }
}
