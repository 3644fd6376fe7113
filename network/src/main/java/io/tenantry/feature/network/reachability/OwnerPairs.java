package io.tenantry.feature.network.reachability;

import io.tenantry.feature.network.reachability.Allowance.Granted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The search for owners that can reach each other, without a look at each pair.
 *
 * <p>Namespaces that allow the same are one group. A group whose peers are few is compared with what those few allow,
 * and only groups that are open to many are compared with each other. What reaches its own owner only is left out first,
 * and that is nearly everything where tenants are isolated.
 */
final class OwnerPairs {
    /** Up to so many peers, their own groups are looked up. */
    private static final int FEW = 256;

    private final Openings openings;
    private final Exceptions exceptions;
    private final String[] owners;
    private final int[] owned;
    private final Map<Peer, int[]> peers = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> found = new TreeMap<>();
    private int left;

    /** Namespaces that allow the same; of all of them, or of none, that is declared. */
    private static final class Group {
        private final Allowance allowance;
        private final boolean declared;
        private final int[] members;
        private final int[] peers;

        Group(Allowance allowance, boolean declared, int[] members, int[] peers) {
            this.allowance = allowance;
            this.declared = declared;
            this.members = members;
            this.peers = peers;
        }

        boolean isNarrow() {
            return peers.length <= FEW;
        }
    }

    private record Key(Allowance allowance, boolean declared) {}

    /** Groups, and those of each namespace by its number. */
    private record Groups(List<Group> all, Map<Integer, List<Group>> byMember) {
        Set<Group> of(int[] namespaces) {
            var groups = new LinkedHashSet<Group>();
            for (int namespace : namespaces) {
                groups.addAll(byMember.getOrDefault(namespace, List.of()));
            }
            return groups;
        }
    }

    OwnerPairs(Openings openings, Map<String, String> owners, Exceptions exceptions) {
        this.openings = openings;
        this.exceptions = exceptions;
        this.owners = openings.namespaces().stream()
                .map(name -> owners.getOrDefault(name, ""))
                .toArray(String[]::new);
        this.owned = Arrays.stream(openings.index().everyone())
                .filter(namespace -> !this.owners[namespace].isEmpty())
                .toArray();
    }

    /** Owners and whom they can reach, sorted; at most so many pairs. */
    SortedMap<String, SortedSet<String>> find(int limit) {
        left = limit;
        var egress = groups(Direction.EGRESS);
        var ingress = groups(Direction.INGRESS);
        for (var in : ingress.all()) {
            var outs = in.isNarrow()
                    ? egress.of(in.peers)
                    : egress.all().stream().filter(out -> !out.isNarrow()).toList();
            outs.forEach(out -> meet(out, in));
        }
        for (var out : egress.all()) {
            if (out.isNarrow()) {
                ingress.of(out.peers).stream().filter(in -> !in.isNarrow()).forEach(in -> meet(out, in));
            }
        }
        return found;
    }

    private Groups groups(Direction direction) {
        var declared = direction == Direction.EGRESS ? exceptions.sources() : exceptions.destinations();
        var members = new LinkedHashMap<Key, List<Integer>>();
        for (int namespace : owned) {
            var name = openings.namespaces().get(namespace);
            for (Granted granted : openings.granted(Area.namespace(name), direction)) {
                members.computeIfAbsent(new Key(granted.allowance(), declared.contains(name)), key -> new ArrayList<>())
                        .add(namespace);
            }
        }
        var groups = new ArrayList<Group>();
        var byMember = new HashMap<Integer, List<Group>>();
        members.forEach((key, list) -> {
            var numbers = list.stream().mapToInt(Integer::intValue).distinct().toArray();
            var group = new Group(
                    key.allowance(),
                    key.declared(),
                    numbers,
                    peers(key.allowance().peer()));
            if (!staysAtHome(group)) {
                groups.add(group);
                for (int namespace : numbers) {
                    byMember.computeIfAbsent(namespace, number -> new ArrayList<>())
                            .add(group);
                }
            }
        });
        return new Groups(groups, byMember);
    }

    /** The namespaces with an owner in which a peer's pods can be. */
    private int[] peers(Peer peer) {
        if (peer instanceof Peer.Pods pods) {
            var selector = pods.namespaces();
            return selector == null
                    ? new int[] {openings.number(pods.own())}
                    : peers.computeIfAbsent(
                            new Peer.Pods(selector, Selector.EVERYTHING, ""),
                            key -> owned(openings.index().matching(selector)));
        }
        return peer instanceof Peer.Block block && openings.ofPods(block).isEmpty() ? new int[0] : owned;
    }

    private int[] owned(int[] namespaces) {
        return Arrays.stream(namespaces)
                .filter(namespace -> !owners[namespace].isEmpty())
                .toArray();
    }

    private boolean staysAtHome(Group group) {
        if (group.peers.length == 0) {
            return true;
        }
        var owner = owners[group.peers[0]];
        return Arrays.stream(group.peers).allMatch(namespace -> owners[namespace].equals(owner))
                && Arrays.stream(group.members).allMatch(namespace -> owners[namespace].equals(owner));
    }

    private void meet(Group out, Group in) {
        if (left == 0
                || (out.declared && in.declared)
                || Meeting.of(out.allowance, in.allowance).isEmpty()) {
            return;
        }
        var sources = both(out.members, in.peers);
        var destinations = both(in.members, out.peers);
        for (int source : sources) {
            for (int destination : destinations) {
                if (left > 0 && !owners[source].equals(owners[destination])) {
                    add(source, destination);
                }
            }
        }
    }

    private void add(int source, int destination) {
        var reached = found.computeIfAbsent(owners[source], owner -> new TreeSet<>());
        var names = openings.namespaces();
        if (!reached.contains(owners[destination])
                && !exceptions
                        .inexcusable(openings, names.get(source), names.get(destination))
                        .isEmpty()) {
            reached.add(owners[destination]);
            left--;
        }
    }

    /** The numbers that are in both of two sorted arrays. */
    private static int[] both(int[] one, int[] other) {
        if (one.length > other.length) {
            return both(other, one);
        }
        return Arrays.stream(one)
                .filter(number -> Arrays.binarySearch(other, number) >= 0)
                .toArray();
    }
}
