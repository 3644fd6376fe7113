package io.tenantry.internal.render;

import static io.tenantry.sample.Yaml.input;
import static io.tenantry.sample.Yaml.lines;
import static io.tenantry.sample.Yaml.profile;
import static io.tenantry.sample.Yaml.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Tenantry;
import io.tenantry.manifest.Account;
import io.tenantry.sample.Ceiling;
import io.tenantry.sample.CeilingContributor;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What explain prints, and what strict makes of it. */
class AccountingTest {
    private static final Tenantry TENANTRY = Tenantry.of(new CeilingContributor());

    @Test
    void saysForEachParameterWhatMakesItTrue() {
        assertThat(explain(tenant(
                        "displayName: Acme",
                        "pods: 5",
                        "ceiling: {ratio: 0.5, zones: [x], volumes: {fast: {claims: 2}}}",
                        "namespaces: [{name: a, ceiling: {tier: gold}}]")))
                .containsExactly(
                        "spec.ceiling.cpu=10 default by quota v1/ResourceQuota/a/acme--ceiling",
                        "spec.ceiling.hard=true default by quota v1/ResourceQuota/a/acme--ceiling",
                        "spec.ceiling.ratio=0.5 written by not-enforced (nothing in Kubernetes knows it)",
                        "spec.ceiling.tier=silver default by admission"
                                + " admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy//sample-tier",
                        "spec.ceiling.volumes.fast.claims=2 written by quota v1/ResourceQuota/a/acme--ceiling",
                        "spec.ceiling.zones=[x] written by record v1/Namespace//a#sample.example.com/zones",
                        "spec.displayName=Acme written by record v1/Namespace//a#tenantry.io/display-name",
                        "spec.isolationLevel=standard default by record v1/Namespace//a#tenantry.io/isolation-level",
                        "spec.namespaces[a].ceiling.tier=gold written by admission"
                                + " admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy//sample-tier",
                        "spec.pods=5 written by quota v1/ResourceQuota/a/acme--ceiling");
    }

    @Test
    void saysWhereATenantsValueIsNotMadeTrue() {
        var only = new CeilingContributor() {
            @Override
            public Manifests contribute(TenantView<Ceiling> tenant) {
                var out = Manifests.builder();
                out.label("a", "example.com/note", "x").makesTrue(Enforcement.RECORD, "note");
                return out.build();
            }
        };
        var spec = List.of("isolationLevel: strict", "note: x", "namespaces: [a, b, {name: c, note: y}, d]");
        assertThat(lines(Tenantry.of(only)
                        .validate(input(tenant(spec.toArray(String[]::new))))
                        .errors()))
                .containsExactly(
                        "0.yaml:6:9: spec.note is x but nothing enforces it: nothing makes it true in b, d; remove it,"
                                + " or accept it in the profile's acceptsNotEnforced [STRICT_NOT_ENFORCED]",
                        "0.yaml:7:38: spec.namespaces[c].note is y but nothing enforces it: the module does not say"
                                + " what makes it true; remove it, or accept it in the profile's acceptsNotEnforced"
                                + " [STRICT_NOT_ENFORCED]");
    }

    @Test
    void countsPoliciesOnlyWhereTheClusterEnforcesThem() {
        assertThat(tier(profile("kubernetesVersion: '1.29'")))
                .isEqualTo("spec.ceiling.tier=silver default by not-enforced (needs ValidatingAdmissionPolicy of"
                        + " Kubernetes 1.30, and the profile says 1.29)");
        for (var action : List.of("warn", "audit")) {
            assertThat(tier(profile("enforcement: " + action)))
                    .isEqualTo("spec.ceiling.tier=silver default by not-enforced (the profile's enforcement is "
                            + action + ", which admits everything)");
        }
    }

    @Test
    void rendersPoliciesFrom130OnAndWithTheActionOfTheProfile() {
        assertThat(kinds(profile("kubernetesVersion: '1.29'"))).isEmpty();
        assertThat(kinds(profile("kubernetesVersion: '1.30'")))
                .containsExactly("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding");
        var shared =
                TENANTRY.render(input(tenant(), profile("enforcement: warn"))).shared();
        assertThat(shared.get(1).object().toString()).contains("validationActions=[Warn]");
    }

    @Test
    void refusesUnderStrictWhatIsWrittenAndNotEnforced() {
        assertThat(problems(tenant("isolationLevel: strict", "ceiling: {ratio: 0.5}")))
                .containsExactly("0.yaml:6:20: spec.ceiling.ratio is 0.5 but nothing enforces it: nothing in Kubernetes"
                        + " knows it; remove it, or accept it in the profile's acceptsNotEnforced"
                        + " [STRICT_NOT_ENFORCED]");
        assertThat(problems(
                        tenant("isolationLevel: strict", "ceiling: {ratio: 0.5}"),
                        profile("acceptsNotEnforced: [ceiling.ratio]")))
                .isEmpty();
    }

    @Test
    void placesAProblemOfStrictWhereTheValueIsWritten() {
        assertThat(problems(tenant(
                        "isolationLevel: strict", "namespaces:", "- name: a", "- {name: b, ceiling: {ratio: 1}}")))
                .singleElement()
                .asString()
                .startsWith("0.yaml:8:32: spec.namespaces[b].ceiling.ratio is 1 but nothing enforces it");
    }

    @Test
    void acceptsUnderStrictWhatTheProfileNamesHoweverItIsWritten() {
        var shorthand = new CeilingContributor() {
            @Override
            public Manifests contribute(TenantView<Ceiling> tenant) {
                return Manifests.builder().notEnforced("pods", "nobody counts").build();
            }
        };
        var tenant = tenant("isolationLevel: strict", "pods: 5", "namespaces: [{name: a, pods: 3}]");
        assertThat(Tenantry.of(shorthand).validate(input(tenant)).errors()).hasSize(2);
        var accepting = input(tenant, profile("acceptsNotEnforced: [ceiling.pods]"));
        assertThat(Tenantry.of(shorthand).validate(accepting).errors()).isEmpty();
    }

    @Test
    void onlyNotesUnderStrictWhatIsADefault() {
        assertThat(problems(tenant("isolationLevel: strict"), profile("tenantDefaults: {ceiling: {ratio: 0.5}}")))
                .containsExactly(
                        "1.yaml:5:37: spec.tenantDefaults.ceiling.ratio is 0.5 but nothing enforces it: nothing"
                                + " in Kubernetes knows it [STRICT_NOT_ENFORCED]");
        assertThat(TENANTRY.validate(input(
                                tenant("isolationLevel: strict"), profile("tenantDefaults: {ceiling: {ratio: 0.5}}")))
                        .valid())
                .isTrue();
    }

    @Test
    void saysWhatFollowsFromAKeyOnceAndSorted() {
        var frank = new CeilingContributor() {
            @Override
            public Manifests contribute(TenantView<Ceiling> tenant) {
                return Manifests.builder()
                        .notEnforced("ratio", "nothing knows it")
                        .implies("pods", "takes room")
                        .implies("pods", "costs")
                        .implies("pods", "takes room")
                        .build();
            }
        };
        var rendered = Tenantry.of(frank).render(input(tenant("pods: 5")));
        assertThat(rendered.accounts(rendered.tenants().get(0)))
                .filteredOn(account -> !account.implies().isEmpty())
                .singleElement()
                .satisfies(account -> {
                    assertThat(account.path()).isEqualTo("spec.pods");
                    assertThat(account.implies()).containsExactly("costs", "takes room");
                });
    }

    @Test
    void wantsPoliciesForStrictOrTheirAbsenceAccepted() {
        var strict = tenant("isolationLevel: strict");
        assertThat(problems(strict, profile("kubernetesVersion: '1.29'")))
                .contains("0.yaml:5:19: spec.isolationLevel is strict but Kubernetes 1.29 has no"
                        + " ValidatingAdmissionPolicy; use 1.30 or later, or accept it in the profile with"
                        + " acceptsNotEnforced: [ValidatingAdmissionPolicy] [STRICT_NEEDS_POLICIES]");
        assertThat(problems(
                        strict,
                        profile("kubernetesVersion: '1.29'", "acceptsNotEnforced: [ValidatingAdmissionPolicy]")))
                .isEmpty();
    }

    private static List<String> problems(String... documents) {
        return lines(TENANTRY.validate(input(documents)).problems());
    }

    private static List<String> kinds(String profile) {
        return TENANTRY.render(input(tenant(), profile)).shared().stream()
                .map(manifest -> manifest.kind())
                .toList();
    }

    private static String tier(String profile) {
        return explain(tenant(), profile).stream()
                .filter(line -> line.contains(".tier="))
                .collect(Collectors.joining());
    }

    private static List<String> explain(String... documents) {
        var rendered = TENANTRY.render(input(documents));
        return rendered.accounts(rendered.tenants().get(0)).stream()
                .map(AccountingTest::line)
                .toList();
    }

    private static String line(Account account) {
        var by = account.enforcedBy().stream()
                .map(each -> (each.mechanism() + " " + each.object()).trim())
                .collect(Collectors.joining(", "));
        return account.path() + "=" + account.value() + (account.written() ? " written" : " default") + " by " + by
                + (account.reason().isEmpty() ? "" : " (" + account.reason() + ")");
    }
}
