package io.tenantry.feature.network;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.feature.network.reachability.Direction;
import io.tenantry.feature.network.reachability.Endpoint;
import io.tenantry.feature.network.reachability.Outside;
import io.tenantry.feature.network.reachability.Pod;
import io.tenantry.feature.network.reachability.Port;
import io.tenantry.feature.network.reachability.Reachability;
import io.tenantry.manifest.Account;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.Documents;
import io.tenantry.validation.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tenants written as YAML, on their way through this module's contributor. */
final class Tenants {
    static final Tenantry TENANTRY = Tenantry.of(List.of(new NetworkContributor()), List.of());

    private Tenants() {}

    /** The lines of a spec, of a tenant named acme with the namespaces acme-prod and acme-dev. */
    static Source acme(String... spec) {
        return Documents.tenant("acme", "namespaces: [acme-prod, acme-dev]", String.join("\n", spec));
    }

    static Rendered render(Source... sources) {
        return TENANTRY.render(Input.of(sources));
    }

    /** Each problem as {@code CODE path message}. */
    static List<String> problems(Source... sources) {
        return TENANTRY.validate(Input.of(sources)).problems().stream()
                .map(problem -> problem.code() + " " + problem.path() + " " + problem.message())
                .toList();
    }

    static List<String> codes(Source... sources) {
        return TENANTRY.validate(Input.of(sources)).problems().stream()
                .map(Problem::code)
                .toList();
    }

    static boolean isValid(Source... sources) {
        return TENANTRY.validate(Input.of(sources)).valid();
    }

    /** Which parameters the rules of the policy {@code tenant-acme} come from; none where it is left out. */
    static List<String> sources(Rendered rendered, String namespace, Direction direction) {
        return objects(rendered, NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().equals("tenant-acme")
                        && policy.getMetadata().getNamespace().equals(namespace))
                .map(RuleSources::of)
                .flatMap(sources -> IntStream.iterate(
                                0, i -> sources.source(direction, i).isPresent(), i -> i + 1)
                        .mapToObj(i -> sources.source(direction, i).orElseThrow()))
                .map(source -> source.substring("network.".length()))
                .toList();
    }

    static <T extends HasMetadata> List<T> objects(Rendered rendered, Class<T> type) {
        return rendered.tenants().stream()
                .flatMap(tenant -> rendered.objects(tenant).stream())
                .map(Manifest::object)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static NetworkPolicy policy(Rendered rendered, String namespace, String name) {
        return objects(rendered, NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getNamespace().equals(namespace)
                        && policy.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + namespace));
    }

    static Account account(Rendered rendered, String path) {
        return rendered.accounts(rendered.tenants().get(0)).stream()
                .filter(account -> account.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no account of " + path));
    }

    /** Who reaches whom under everything that was rendered. */
    static Reachability reachability(Rendered rendered) {
        var namespaces = new HashMap<String, Map<String, String>>();
        objects(rendered, Namespace.class)
                .forEach(namespace -> namespaces.put(
                        namespace.getMetadata().getName(),
                        namespace.getMetadata().getLabels()));
        return Reachability.under(objects(rendered, NetworkPolicy.class), namespaces);
    }

    static boolean reaches(Rendered rendered, Endpoint source, Endpoint destination, Port port) {
        return reachability(rendered).verdict(source, destination, port).allowed();
    }

    /** A pod without labels, or an address where there is no slash-free name. */
    static Endpoint end(String text) {
        return text.contains(".") || text.contains(":") ? Outside.of(text) : Pod.in(text, "pod");
    }
}
