package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.ClusterProfile;
import io.tenantry.Input;
import io.tenantry.IsolationLevel;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Rendered;
import io.tenantry.validation.Names;
import io.tenantry.validation.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whatever a section says, it ends in objects or in problems. */
final class RandomConfigs<C extends Record> {
    private static final int TENANTS_PER_PROFILE = 12;
    private static final int MUTATIONS = 200;

    private final Subject<C> subject;

    RandomConfigs(Subject<C> subject) {
        this.subject = subject;
    }

    /** Valid tenants render, for each of the clusters. */
    void valid(List<ClusterProfile> profiles) {
        var tenantry = subject.tenantry();
        var tenants = subject.tenants(7);
        for (var profile : profiles) {
            for (int i = 0; i < TENANTS_PER_PROFILE; i++) {
                var input = subject.input(tenants.text("acme"), profile);
                if (tenantry.validate(input).valid()) {
                    assertRightNames(tenantry.render(input));
                }
            }
            var plain = subject.input(new TenantText("acme", IsolationLevel.STANDARD).toString(), profile);
            assertRightNames(tenantry.render(plain));
        }
    }

    /** Names that a careless name of an object would confuse, and the longest one. */
    void trickyNames() {
        var tenants = subject.tenants(8);
        var names = List.of("a", "a-b", "a-b-c", "b", "b-c", "c", "x".repeat(63), "x".repeat(61) + "-x");
        var texts = names.stream()
                .map(name -> name.length() > 60
                        ? tenants.plain(name, IsolationLevel.STRICT).toString()
                        : tenants.text(name))
                .toList();
        assertRightNames(subject.render(texts));
    }

    /** Values that fit no type are problems of their key; odd ones and broken texts are problems or render. */
    void invalid() {
        var tenantry = subject.tenantry();
        for (var component : subject.section().type().getRecordComponents()) {
            var path = "spec." + subject.section().name() + "." + component.getName();
            for (var misfit : ConfigValues.misfits(component.getGenericType())) {
                var text = text().with(subject.section().name(), component.getName(), misfit);
                assertThat(tenantry.validate(subject.input(List.of(text.toString())))
                                .errors())
                        .as("%s: %s", path, misfit)
                        .anyMatch(problem -> problem.path().startsWith(path));
            }
        }
        strangeTexts().forEach(text -> renderOrReport(tenantry, text));
    }

    /** The codes of the problems that the contributor reports of strange texts and of good ones. */
    Set<String> codes() {
        var codes = new TreeSet<String>();
        var recording = new Recording<>(subject.contributor().get(), codes);
        var tenantry = Tenantry.of(subject.allWith(recording), List.of());
        strangeTexts().forEach(text -> renderOrReport(tenantry, text));
        tenantry.validate(subject.input(subject.texts(9)));
        return codes;
    }

    private List<byte[]> strangeTexts() {
        var texts = new ArrayList<byte[]>();
        var section = subject.section().name();
        var values = new ConfigValues(subject.values());
        for (var component : subject.section().type().getRecordComponents()) {
            for (var value : values.odd(component.getGenericType(), component.getName())) {
                texts.add(bytes(text().with(section, component.getName(), value)));
                texts.add(bytes(text().withNamespace("more").withInNamespace(section, component.getName(), value)));
            }
        }
        for (var change : values.changes(subject.section().type(), "")) {
            if (change.before().isEmpty()) {
                texts.add(bytes(text().withNamespace("more").withInNamespace(section, change.key(), change.after())));
            }
        }
        var mutations = new YamlMutations(10);
        var whole = subject.texts(11);
        for (int i = 0; i < MUTATIONS; i++) {
            texts.add(mutations.of(whole.get(i % whole.size()).getBytes(StandardCharsets.UTF_8)));
        }
        return texts;
    }

    private static TenantText text() {
        return new TenantText("acme", IsolationLevel.STANDARD);
    }

    private static byte[] bytes(TenantText text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void renderOrReport(Tenantry tenantry, byte[] text) {
        var input = Input.of(new Source("tenant.yaml", text));
        var validation = tenantry.validate(input);
        if (validation.valid()) {
            assertRightNames(tenantry.render(input));
        } else {
            assertThat(validation.errors()).extracting(Problem::message).doesNotContain("");
        }
    }

    private static void assertRightNames(Rendered rendered) {
        for (var tenant : rendered.tenants()) {
            for (var manifest : rendered.objects(tenant)) {
                assertThat(Names.subdomain(manifest.name())).as(manifest.key()).isEmpty();
            }
        }
    }
}
