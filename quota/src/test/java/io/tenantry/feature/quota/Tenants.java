package io.tenantry.feature.quota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.tenantry.Input;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Account;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.Documents;
import io.tenantry.validation.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tenants written as YAML, on their way through this module's contributors. */
final class Tenants {
    static final Tenantry TENANTRY = Tenantry.of(new QuotaContributor(), new LimitsContributor());

    private Tenants() {}

    /** The lines of a spec, of a tenant named acme. */
    static Input acme(String... spec) {
        return Input.of(Documents.tenant("acme", spec));
    }

    static Rendered render(String... spec) {
        return TENANTRY.render(acme(spec));
    }

    /** Each problem as {@code CODE path message}. */
    static List<String> problems(Input input) {
        return TENANTRY.validate(input).problems().stream()
                .map(problem -> problem.code() + " " + problem.path() + " " + problem.message())
                .toList();
    }

    static List<Problem> allProblems(Input input) {
        return TENANTRY.validate(input).problems();
    }

    /** The hard limits of a ResourceQuota of the only tenant, as text. */
    static Map<String, String> hard(Rendered rendered, String namespace, String name) {
        return texts(
                object(rendered, ResourceQuota.class, namespace, name).getSpec().getHard());
    }

    static LimitRange limitRange(Rendered rendered, String namespace) {
        return object(rendered, LimitRange.class, namespace, LimitRanges.NAME);
    }

    static Map<String, String> labels(Rendered rendered, String namespace) {
        return object(rendered, Namespace.class, "", namespace).getMetadata().getLabels();
    }

    static Map<String, String> annotations(Rendered rendered, String namespace) {
        return object(rendered, Namespace.class, "", namespace).getMetadata().getAnnotations();
    }

    static Map<String, String> texts(Map<String, Quantity> quantities) {
        var texts = new TreeMap<String, String>();
        quantities.forEach((key, quantity) -> texts.put(key, quantity.toString()));
        return texts;
    }

    static <T extends HasMetadata> T object(Rendered rendered, Class<T> type, String namespace, String name) {
        return manifests(rendered).stream()
                .filter(manifest -> manifest.namespace().equals(namespace)
                        && manifest.name().equals(name))
                .map(Manifest::object)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + manifests(rendered)));
    }

    static List<Manifest> manifests(Rendered rendered) {
        return rendered.objects(rendered.tenants().get(0));
    }

    static Account account(Rendered rendered, String path) {
        return rendered.accounts(rendered.tenants().get(0)).stream()
                .filter(account -> account.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no account of " + path));
    }
}
