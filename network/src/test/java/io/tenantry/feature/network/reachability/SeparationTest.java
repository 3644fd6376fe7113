package io.tenantry.feature.network.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.tenantry.feature.network.reachability.PolicySets.PolicySet;
import io.tenantry.feature.network.reachability.Separation.Counterexample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeparationTest {
    private static final int SETS = 2_000;
    private static final AddressSet POD_ADDRESSES =
            AddressSet.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("172.16.0.0/12"));
    private static final List<Address> ADDRESSES = Stream.of("10.0.0.1", "10.1.0.1", "10.1.1.1", "172.16.0.1")
            .map(Address::parse)
            .toList();
    private static final List<Port> PORTS = List.of(Port.tcp(80), Port.tcp(85), Port.tcp(443), Port.udp(53));
    private static final List<Map<String, String>> LABELS = labels();

    @Test
    void agreesWithTryingEveryConnection() {
        int separated = 0;
        int open = 0;
        for (int seed = 0; seed < SETS; seed++) {
            var set = PolicySets.of(seed);
            var reachability = Reachability.under(set.policies(), set.namespaces());
            var found = separation(set).counterexamples(Integer.MAX_VALUE);

            assertThat(pairs(found)).as("set %d", seed).isEqualTo(tried(set, reachability, null));
            assertThat(found).as("set %d", seed).allSatisfy(each -> confirm(each, reachability));
            if (found.isEmpty()) {
                separated++;
            } else {
                open++;
            }
        }
        assertThat(separated).isGreaterThan(SETS / 10);
        assertThat(open).isGreaterThan(SETS / 10);
    }

    @Test
    void excusesWhatIsDeclaredAndNothingThatOthersAdd() {
        int added = 0;
        for (int seed = 0; seed < SETS / 4; seed++) {
            var set = PolicySets.of(seed);
            var unforeseen = Set.of("t0-0/own");
            var declared = new HashMap<String, Set<String>>();
            set.owners()
                    .keySet()
                    .forEach(name -> declared.put(name, set.owners().keySet()));
            var found = separation(set)
                    .except(new Exceptions(declared, Set.of(), Set.of(), unforeseen))
                    .counterexamples(Integer.MAX_VALUE);
            var without = set.policies().stream()
                    .map(policy -> unforeseen.contains(key(policy)) ? withoutRules(policy) : policy)
                    .toList();
            var before = Reachability.under(without, set.namespaces());
            var now = Reachability.under(set.policies(), set.namespaces());

            assertThat(pairs(found)).as("set %d", seed).isEqualTo(tried(set, now, before));
            added += found.size();
        }
        assertThat(added).isGreaterThan(SETS / 40);
    }

    private static Separation separation(PolicySet set) {
        var openings = new Openings.Builder();
        set.namespaces().forEach((name, labels) -> openings.add(name, labels, set.in(name)));
        return Separation.of(openings.build(POD_ADDRESSES), set.owners());
    }

    private static void confirm(Counterexample found, Reachability reachability) {
        var connection = found.connection();
        var verdict = reachability.verdict(connection.source(), connection.destination(), connection.port());
        assertThat(verdict.allowed()).as("%s", connection).isTrue();
        assertThat(found.opening().ports().contains(connection.port())).isTrue();
    }

    private static Set<String> pairs(List<Counterexample> found) {
        var pairs = new TreeSet<String>();
        found.forEach(each -> pairs.add(each.from() + " " + each.to()));
        assertThat(pairs).hasSameSizeAs(found);
        return pairs;
    }

    /** The owners that reach each other by one of all connections that the lists allow, and did not before. */
    private static Set<String> tried(PolicySet set, Reachability now, @Nullable Reachability before) {
        var pairs = new TreeSet<String>();
        set.owners()
                .forEach((from, sender) -> set.owners().forEach((to, receiver) -> {
                    var pair = sender + " " + receiver;
                    if (!sender.equals(receiver) && !pairs.contains(pair) && isOpen(from, to, now, before)) {
                        pairs.add(pair);
                    }
                }));
        return pairs;
    }

    private static boolean isOpen(String from, String to, Reachability now, @Nullable Reachability before) {
        for (var port : PORTS) {
            for (var source : pods(from, port)) {
                for (var destination : pods(to, port)) {
                    if (now.verdict(source, destination, port).allowed()
                            && (before == null
                                    || !before.verdict(source, destination, port)
                                            .allowed())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** A pod for each set of labels; rules only allow, so one with all addresses and a name stands for all of them. */
    private static List<Pod> pods(String namespace, Port port) {
        return LABELS.stream()
                .map(labels -> new Pod(namespace, "pod", labels, ADDRESSES, List.of(new Pod.NamedPort("http", port))))
                .toList();
    }

    private static List<Map<String, String>> labels() {
        var all = new ArrayList<Map<String, String>>();
        for (var app : List.of("", "web", "db")) {
            for (var tier : List.of("", "front", "back")) {
                var labels = new HashMap<String, String>();
                if (!app.isEmpty()) {
                    labels.put("app", app);
                }
                if (!tier.isEmpty()) {
                    labels.put("tier", tier);
                }
                all.add(Map.copyOf(labels));
            }
        }
        return List.copyOf(all);
    }

    private static String key(NetworkPolicy policy) {
        return policy.getMetadata().getNamespace() + "/" + policy.getMetadata().getName();
    }

    private static NetworkPolicy withoutRules(NetworkPolicy policy) {
        return new NetworkPolicyBuilder(policy)
                .editSpec()
                .withIngress(List.of())
                .withEgress(List.of())
                .endSpec()
                .build();
    }
}
