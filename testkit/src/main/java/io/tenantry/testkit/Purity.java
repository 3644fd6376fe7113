package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.manifest.Manifest;
import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Manifests.NamespaceMetadata;
import io.tenantry.spi.Manifests.PlacedItem;
import io.tenantry.spi.Manifests.PlacedObject;
import io.tenantry.spi.Manifests.PlacedPolicy;
import io.tenantry.spi.TenantView;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A contributor is a function: what it returns depends on what it is given, and belongs to whom it is given to. */
final class Purity<C extends Record> {
    private final Subject<C> subject;

    Purity(Subject<C> subject) {
        this.subject = subject;
    }

    /** The same again, from a new instance, and when tenants come in another order. */
    void equalEachTime() {
        var views = subject.render(subject.texts(3)).views(subject.section());
        var contributor = subject.contributor().get();
        var first = texts(contributor, views);
        assertThat(texts(contributor, views)).as("asked again").isEqualTo(first);
        var reversed = views.stream().collect(Collectors.toCollection(java.util.ArrayList::new));
        Collections.reverse(reversed);
        var backwards = texts(subject.contributor().get(), reversed);
        Collections.reverse(backwards);
        assertThat(backwards).as("asked in another order").isEqualTo(first);
    }

    /** No mutable part of one answer is part of the next. */
    void nothingInCommon() {
        var rendered = subject.render(subject.texts(4));
        var contributor = subject.contributor().get();
        for (var view : rendered.views(subject.section())) {
            assertThat(SharedState.of(objects(contributor.contribute(view)), objects(contributor.contribute(view))))
                    .as("types of mutable objects that two calls of contribute return both")
                    .isEmpty();
        }
        assertThat(SharedState.of(
                        objects(shared(contributor, rendered.cluster())),
                        objects(shared(contributor, rendered.cluster()))))
                .as("types of mutable objects that two calls of shared return both")
                .isEmpty();
    }

    /** What is shared is the same before any tenant is seen, and after each of different sets of them. */
    void sharedWithoutTenants() {
        var tenantry = subject.tenantry();
        var one = tenantry.render(subject.input(subject.texts(5).subList(0, 1)));
        var other = tenantry.render(subject.input(subject.texts(6)));
        assertThat(yaml(one.shared())).isEqualTo(yaml(other.shared()));
        var untouched = shared(subject.contributor().get(), one.cluster());
        var used = subject.contributor().get();
        one.views(subject.section()).forEach(used::contribute);
        assertThat(texts(shared(used, one.cluster()))).isEqualTo(texts(untouched));
    }

    private static <C> Manifests shared(ManifestContributor<C> contributor, ClusterView cluster) {
        return contributor instanceof ClusterContributor<C> shares ? shares.shared(cluster) : Manifests.none();
    }

    private static <C> List<String> texts(ManifestContributor<C> contributor, List<TenantView<C>> views) {
        return views.stream()
                .map(view -> texts(contributor.contribute(view)))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
    }

    private static String texts(Manifests manifests) {
        return manifests.items().stream().map(Purity::text).sorted().collect(Collectors.joining())
                + manifests.unenforced().stream().map(Object::toString).sorted().toList()
                + manifests.implied().stream().map(Object::toString).sorted().toList();
    }

    private static String text(PlacedItem item) {
        var effects = item.effects().stream()
                .map(effect -> effect.by().mechanism() + " " + effect.by().policy() + " " + effect.paths())
                .sorted()
                .toList();
        if (item instanceof NamespaceMetadata metadata) {
            return metadata.namespace() + " " + metadata.kind() + " " + metadata.key() + "=" + metadata.value() + " "
                    + effects + "\n";
        }
        return RenderedText.yaml(objects(item).toList()) + effects + "\n";
    }

    private static String yaml(List<Manifest> manifests) {
        return RenderedText.yaml(manifests.stream().map(Manifest::object).toList());
    }

    private static List<HasMetadata> objects(Manifests manifests) {
        return manifests.items().stream().flatMap(Purity::objects).toList();
    }

    private static Stream<HasMetadata> objects(PlacedItem item) {
        if (item instanceof PlacedPolicy placed) {
            return placed.policy().objects();
        }
        return item instanceof PlacedObject placed ? Stream.of(placed.object()) : Stream.empty();
    }
}
