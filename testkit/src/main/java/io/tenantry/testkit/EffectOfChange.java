package io.tenantry.testkit;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.tenantry.manifest.Account;
import io.tenantry.manifest.Account.EnforcedBy;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Mechanism;
import io.tenantry.testkit.Verdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether what a tenant's account says of one parameter is what the rendered objects say. */
final class EffectOfChange {
    private static final String POLICY = "/ValidatingAdmissionPolicy//";

    private final Rendered before;
    private final Rendered after;
    private final Set<String> changedObjects;
    private final Set<String> changedMetadata;

    /** The same tenant with two values of the parameter. */
    EffectOfChange(Rendered before, Rendered after) {
        this.before = before;
        this.after = after;
        this.changedObjects = changed(RenderedText.byKey(before), RenderedText.byKey(after));
        this.changedMetadata = changed(namespaceMetadata(before), namespaceMetadata(after));
    }

    /** The verdict on the rows that speak of a parameter: the worst of them. What is no longer there has old rows. */
    Verdict verdict(String path) {
        var rows = rows(after, path);
        return (rows.isEmpty() ? rows(before, path) : rows)
                .stream()
                        .map(this::verdict)
                        .reduce((one, other) -> one.kind().compareTo(other.kind()) >= 0 ? one : other)
                        .orElse(Verdict.wrong("no row of the account speaks of it"));
    }

    /** Several objects may make one parameter true together; a change need not show in each of them. */
    private Verdict verdict(Account row) {
        if (!row.enforced()) {
            return row.reason().equals(Account.NOT_SAID) ? Verdict.wrong(row.reason()) : Verdict.TRUE;
        }
        var verdicts = row.enforcedBy().stream().map(this::verdict).toList();
        return verdicts.stream()
                .filter(verdict -> verdict.kind() == Kind.FALSE)
                .findFirst()
                .or(() -> verdicts.stream()
                        .filter(verdict -> verdict.kind() == Kind.TRUE)
                        .findFirst())
                .orElse(verdicts.get(0));
    }

    private Verdict verdict(EnforcedBy by) {
        if (by.mechanism() == Mechanism.ADMISSION && by.object().contains(POLICY)) {
            return ofPolicy(by.object());
        }
        if (by.mechanism() == Mechanism.CLUSTER_FILE) {
            return shown(by, changedObjects.stream().anyMatch(EffectOfChange::isFile));
        }
        if (by.object().contains("#")) {
            return shown(by, changedMetadata.contains(by.object()));
        }
        return by.mechanism() == Mechanism.RECORD
                ? Verdict.wrong("the record " + by.object() + " is no label and no annotation of a Namespace")
                : shown(by, changedObjects.contains(by.object()));
    }

    private static Verdict shown(EnforcedBy by, boolean changed) {
        return changed
                ? Verdict.TRUE
                : Verdict.unshown(by.object() + " (" + by.mechanism() + ") does not change with it");
    }

    private Verdict ofPolicy(String key) {
        var policy = after.shared().stream()
                .filter(manifest -> manifest.key().equals(key))
                .map(Manifest::object)
                .findFirst();
        if (policy.isEmpty()) {
            return Verdict.wrong("shared() has no policy " + name(key));
        }
        if (Stream.of(before, after).noneMatch(rendered -> isAttacked(rendered, key))) {
            return Verdict.unshown("no attack names the policy " + name(key) + " as a layer");
        }
        if (changedMetadata.isEmpty()) {
            return Verdict.unshown("no label or annotation changes with it for the policy " + name(key) + " to read");
        }
        var cel = cel((ValidatingAdmissionPolicy) policy.get());
        boolean read = changedMetadata.stream()
                .map(changed -> changed.substring(changed.indexOf('#') + 1))
                .anyMatch(cel::contains);
        return read
                ? Verdict.TRUE
                : Verdict.wrong("the policy " + name(key) + " reads nothing of what changes: " + changedMetadata);
    }

    private static boolean isAttacked(Rendered rendered, String policy) {
        return rendered.attacks(rendered.tenants().get(0)).stream()
                .flatMap(attack -> attack.layers().stream())
                .anyMatch(layer -> layer.object().equals(policy));
    }

    private static String name(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static String cel(ValidatingAdmissionPolicy policy) {
        return policy.getSpec().getMatchConstraints() + " " + policy.getSpec().getMatchConditions() + " "
                + policy.getSpec().getVariables() + " " + policy.getSpec().getValidations();
    }

    private static boolean isFile(String key) {
        return !key.contains("//")
                && key.chars().filter(character -> character == '/').count() < 3;
    }

    private static List<Account> rows(Rendered rendered, String path) {
        return rendered.accounts(rendered.tenants().get(0)).stream()
                .filter(row -> row.path().equals(path) || row.path().startsWith(path + "."))
                .toList();
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return keys;
    }

    /** Labels and annotations of Namespaces, by the name that an account has for them. */
    private static Map<String, String> namespaceMetadata(Rendered rendered) {
        var metadata = new TreeMap<String, String>();
        for (var manifest : rendered.objects(rendered.tenants().get(0))) {
            if (manifest.kind().equals("Namespace")) {
                var of = manifest.object().getMetadata();
                of.getLabels().forEach((key, value) -> metadata.put(manifest.key() + "#" + key, value));
                if (of.getAnnotations() != null) {
                    of.getAnnotations().forEach((key, value) -> metadata.put(manifest.key() + "#" + key, value));
                }
            }
        }
        return metadata;
    }
}
