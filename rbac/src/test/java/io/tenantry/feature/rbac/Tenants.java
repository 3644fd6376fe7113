package io.tenantry.feature.rbac;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.tenantry.Input;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Account;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.Documents;
import java.util.List;
import java.util.stream.Stream;

/** Tenants written as YAML, on their way through this module's contributor. */
final class Tenants {
    static final Tenantry ALONE = Tenantry.of(new RbacContributor());
    static final Tenantry GUARDED = Tenantry.of(new RbacContributor(), new Guard());

    private Tenants() {}

    static Input acme(String... spec) {
        return Input.of(Documents.tenant("acme", spec));
    }

    /** Each problem as {@code CODE path message}. */
    static List<String> problems(Tenantry tenantry, Input input) {
        return tenantry.validate(input).problems().stream()
                .map(problem -> problem.code() + " " + problem.path() + " " + problem.message())
                .toList();
    }

    static <T extends HasMetadata> List<T> objects(Rendered rendered, Class<T> type) {
        return Stream.concat(
                        rendered.shared().stream(),
                        rendered.tenants().stream().flatMap(t -> rendered.objects(t).stream()))
                .map(Manifest::object)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static <T extends HasMetadata> T object(Rendered rendered, Class<T> type, String name) {
        return objects(rendered, type).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name));
    }

    static List<String> subjects(Rendered rendered, String binding) {
        return object(rendered, RoleBinding.class, binding).getSubjects().stream()
                .map(Tenants::text)
                .toList();
    }

    /** Each right of a list of rules as {@code verb resource.group}. */
    static List<String> rights(List<PolicyRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.getApiGroups().stream()
                        .flatMap(group -> rule.getResources().stream()
                                .flatMap(resource -> rule.getVerbs().stream()
                                        .map(verb -> verb + " " + resource + (group.isEmpty() ? "" : "." + group)))))
                .toList();
    }

    static Account account(Rendered rendered, String path) {
        return rendered.accounts(rendered.tenants().get(0)).stream()
                .filter(account -> account.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no account of " + path));
    }

    private static String text(Subject subject) {
        var namespace = subject.getNamespace() == null ? "" : subject.getNamespace() + "/";
        return subject.getKind() + " " + namespace + subject.getName();
    }
}
