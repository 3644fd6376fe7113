package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.Namespace;
import io.tenantry.Input;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Account;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack;
import io.tenantry.testkit.Documents;
import io.tenantry.validation.Severity;
import java.util.List;
import java.util.Map;

/** Tenants written as YAML, on their way through this module's contributor. */
final class Tenants {
    static final Tenantry TENANTRY = Tenantry.of(new IsolationContributor());

    private Tenants() {}

    /** The lines of a spec, of a tenant named acme. */
    static Input acme(String... spec) {
        return Input.of(Documents.tenant("acme", spec));
    }

    static Rendered render(String... spec) {
        return TENANTRY.render(acme(spec));
    }

    /** Each problem that is no notice, as {@code CODE path message}. */
    static List<String> problems(Input input) {
        return TENANTRY.validate(input).problems().stream()
                .filter(problem -> problem.severity() != Severity.NOTICE)
                .map(problem -> problem.code() + " " + problem.path() + " " + problem.message())
                .toList();
    }

    static Map<String, String> labels(Rendered rendered, String namespace) {
        return namespace(rendered, namespace).getMetadata().getLabels();
    }

    static Map<String, String> annotations(Rendered rendered, String namespace) {
        return namespace(rendered, namespace).getMetadata().getAnnotations();
    }

    static List<Attack> attacks(Rendered rendered) {
        return rendered.attacks(rendered.tenants().get(0));
    }

    static Account account(Rendered rendered, String path) {
        return rendered.accounts(rendered.tenants().get(0)).stream()
                .filter(account -> account.path().equals(path) || account.path().startsWith(path + "."))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no account of " + path));
    }

    private static Namespace namespace(Rendered rendered, String name) {
        return rendered.objects(rendered.tenants().get(0)).stream()
                .map(Manifest::object)
                .filter(Namespace.class::isInstance)
                .map(Namespace.class::cast)
                .filter(namespace -> namespace.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no namespace " + name));
    }
}
