package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.ClusterProfile;
import io.tenantry.IsolationLevel;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Account;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.ConfigValues.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a contributor says of each of its keys: complete, and true. */
final class AccountsOfKeys<C extends Record> {
    private static final int RANDOM_TENANTS = 25;

    private final Subject<C> subject;
    private final Tenantry tenantry;
    private final Map<String, Optional<Rendered>> renderings = new HashMap<>();

    AccountsOfKeys(Subject<C> subject) {
        this.subject = subject;
        this.tenantry = subject.tenantry();
    }

    /** No row says that nothing was said. */
    void complete(List<ClusterProfile> profiles) {
        var tenants = subject.tenants(12);
        for (int i = 0; i < RANDOM_TENANTS; i++) {
            var text = tenants.text("acme");
            for (var profile : profiles) {
                var input = subject.input(text, profile);
                if (tenantry.validate(input).valid()) {
                    var rendered = tenantry.render(input);
                    assertThat(rendered.accounts(rendered.tenants().get(0)))
                            .as("%s", text)
                            .noneMatch(row -> row.reason().equals(Account.NOT_SAID));
                }
            }
        }
    }

    /** Each key is changed; what the account then names as its effect must have changed with it. */
    void truthful() {
        var contexts = contexts();
        var contradictions = new ArrayList<String>();
        changes()
                .forEach((path, changes) -> contradiction(path, changes, contexts)
                        .ifPresent(text -> contradictions.add(path + ": " + text)));
        assertThat(contradictions).isEmpty();
    }

    private SortedMap<String, List<Change>> changes() {
        var byPath = new TreeMap<String, List<Change>>();
        for (var change :
                new ConfigValues(subject.values()).changes(subject.section().type(), "")) {
            byPath.computeIfAbsent(change.path(), path -> new ArrayList<>()).add(change);
        }
        return byPath;
    }

    /** Tenants to change the key of; some keys show their effect only beside certain others. */
    private List<TenantText> contexts() {
        var contexts = new ArrayList<TenantText>();
        for (var level : IsolationLevel.values()) {
            contexts.add(new TenantText("acme", level));
        }
        contexts.add(contexts.get(1).withNamespace("acme-more"));
        var tenants = subject.tenants(13);
        for (int i = 0; i < RANDOM_TENANTS; i++) {
            contexts.add(tenants.next("acme", IsolationLevel.STANDARD));
        }
        return contexts;
    }

    /** What is wrong with the account of a key: in one context beyond doubt, or never shown in any. */
    private Optional<String> contradiction(String path, List<Change> changes, List<TenantText> contexts) {
        var unshown = Optional.<String>empty();
        for (var context : contexts) {
            for (var change : changes) {
                var verdict = verdict(change, context).orElse(null);
                if (verdict == null) {
                    continue;
                }
                switch (verdict.kind()) {
                    case TRUE -> {
                        return Optional.empty();
                    }
                    case FALSE -> {
                        return Optional.of(verdict.text());
                    }
                    case UNSHOWN -> unshown = unshown.or(() -> Optional.of(verdict.text()));
                }
            }
        }
        return unshown.or(() -> Optional.of("no change of it is valid; say values for " + path + " in values()"));
    }

    /** The verdict on one change; empty when it is no valid one, or changes nothing of the config. */
    private Optional<Verdict> verdict(Change change, TenantText context) {
        var section = subject.section();
        var before = rendered(context.with(section.name(), change.key(), change.before()));
        var after = rendered(context.with(section.name(), change.key(), change.after()));
        if (before.isEmpty() || after.isEmpty() || config(before.get()).equals(config(after.get()))) {
            return Optional.empty();
        }
        var path = "spec." + section.name() + "." + change.path();
        return Optional.of(new EffectOfChange(before.get(), after.get()).verdict(path));
    }

    private C config(Rendered rendered) {
        return rendered.views(subject.section()).get(0).config();
    }

    private Optional<Rendered> rendered(TenantText text) {
        return renderings.computeIfAbsent(text.toString(), written -> {
            var input = subject.input(List.of(written));
            return tenantry.validate(input).valid() ? Optional.of(tenantry.render(input)) : Optional.empty();
        });
    }
}
