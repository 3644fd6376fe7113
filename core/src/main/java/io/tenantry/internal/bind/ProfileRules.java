package io.tenantry.internal.bind;

import io.tenantry.Amount;
import io.tenantry.ClusterProfile;
import io.tenantry.ClusterProfile.NodeGroup;
import io.tenantry.validation.Names;
import io.tenantry.validation.Names.Flaw;
import io.tenantry.validation.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What no cluster is like: judges the values of those keys of a profile that core owns. */
final class ProfileRules {
    private static final String INVALID = "PROFILE_INVALID";
    private static final String NAME = "NAME_INVALID";
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\s\\p{Cntrl}]");
    private static final int LARGEST_PORT = 65_535;

    private final SpecKeys keys;
    private final Report report;

    /** Told of each flaw and the keys that lead to it. */
    interface Report {
        void flaw(String code, List<String> keys, Flaw flaw);
    }

    ProfileRules(SpecKeys keys, Report report) {
        this.keys = keys;
        this.report = report;
    }

    void judge(ClusterProfile profile) {
        flaw(NAME, Names.label(profile.platformNamespace()), "platformNamespace");
        flaw(INVALID, prefix(profile.usernamePrefix()), "usernamePrefix");
        flaw(INVALID, prefix(profile.groupPrefix()), "groupPrefix");
        each("podCIDRs", profile.podCIDRs(), INVALID, AddressText::range);
        each("serviceCIDRs", profile.serviceCIDRs(), INVALID, AddressText::range);
        each("nodeCIDRs", profile.nodeCIDRs(), INVALID, AddressText::range);
        if (profile.apiServer() != null) {
            judge(profile.apiServer());
        }
        for (int i = 0; i < profile.nodes().size(); i++) {
            judge(profile.nodes().get(i), Integer.toString(i));
        }
        each("addOns", profile.addOns(), NAME, addOn -> Names.label(addOn.name()));
        each("storageClasses", profile.storageClasses(), NAME, Names::subdomain);
        each("tenantResources", profile.tenantResources(), NAME, ProfileRules::resource);
        each("acceptsNotEnforced", profile.acceptsNotEnforced(), INVALID, this::accepted);
    }

    private void judge(ClusterProfile.ApiServer server) {
        if (server.addresses().isEmpty()) {
            var empty = new Flaw("is an empty list", "list at least one address, or remove apiServer");
            report.flaw(INVALID, List.of("apiServer", "addresses"), empty);
        }
        for (int i = 0; i < server.addresses().size(); i++) {
            var address = server.addresses().get(i);
            flaw(INVALID, AddressText.address(address), "apiServer", "addresses", Integer.toString(i));
        }
        if (server.port() < 1 || server.port() > LARGEST_PORT) {
            var port =
                    new Flaw("is " + server.port() + " but must be from 1 to " + LARGEST_PORT, "write it such as 6443");
            report.flaw(INVALID, List.of("apiServer", "port"), port);
        }
    }

    private void judge(NodeGroup nodes, String index) {
        var allocatable = "write what kubectl describe node calls Allocatable";
        positive(Amount.of(nodes.count()), "write how many nodes there are, or remove the entry", index, "count");
        positive(nodes.cpu(), allocatable, index, "cpu");
        positive(nodes.memory(), allocatable, index, "memory");
        if (nodes.pods() != null) {
            positive(Amount.of(nodes.pods()), "write how many pods a node takes, or remove it", index, "pods");
        }
    }

    private void positive(Amount amount, String fix, String index, String key) {
        if (amount.isNegative() || amount.isZero()) {
            var flaw = new Flaw("is " + amount + " but must be above 0", fix);
            report.flaw(INVALID, List.of("nodes", index, key), flaw);
        }
    }

    /** What would make a name of the identity provider into one that Kubernetes itself gives rights to. */
    private static Optional<Flaw> prefix(String prefix) {
        var fix = "write what the API server puts before names, such as oidc:, or nothing";
        if (prefix.startsWith("system:")) {
            return Optional.of(new Flaw("is " + Quoted.of(prefix) + " but system: belongs to Kubernetes", fix));
        }
        return prefix.equals("-") || UNPRINTABLE.matcher(prefix).find()
                ? Optional.of(new Flaw("is " + Quoted.of(prefix) + " but no name begins so", fix))
                : Optional.empty();
    }

    private static Optional<Flaw> resource(String name) {
        var fix = "write it as kubectl api-resources does, such as certificates.cert-manager.io";
        return name.indexOf('.') < 0
                ? Optional.of(new Flaw("is " + Quoted.of(name) + " but must be a resource with its group", fix))
                : Names.subdomain(name);
    }

    private Optional<Flaw> accepted(String parameter) {
        boolean known = parameter.equals(ClusterProfile.ADMISSION_POLICIES) || keys.isParameter(parameter);
        return known
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "is " + Quoted.of(parameter) + " but must be a section, a key of one, or "
                                + ClusterProfile.ADMISSION_POLICIES,
                        "write it such as quota.softLimits"));
    }

    private <T> void each(String key, List<T> items, String code, Function<T, Optional<Flaw>> rule) {
        for (int i = 0; i < items.size(); i++) {
            flaw(code, rule.apply(items.get(i)), key, Integer.toString(i));
        }
    }

    private void flaw(String code, Optional<Flaw> flaw, String... keys) {
        flaw.ifPresent(found -> report.flaw(code, List.of(keys), found));
    }
}
