package io.tenantry.testkit;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.ManifestWriter;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything of a rendering as text, for comparing. */
final class RenderedText {
    private RenderedText() {}

    /** Objects, files, accounts and attacks, in the order in which they come. */
    static String of(Rendered rendered) {
        var text = new StringBuilder(yaml(objects(rendered.shared())));
        for (var tenant : rendered.tenants()) {
            text.append(yaml(objects(rendered.objects(tenant))));
            rendered.accounts(tenant).forEach(account -> text.append(account).append('\n'));
            rendered.attacks(tenant).forEach(attack -> text.append(attack(attack)));
        }
        rendered.files().forEach(file -> text.append(file.name()).append('\n').append(file.content()));
        rendered.validation().problems().forEach(problem -> text.append(problem).append('\n'));
        return text.toString();
    }

    /** Every object and file by key. */
    static SortedMap<String, String> byKey(Rendered rendered) {
        var byKey = new TreeMap<String, String>();
        rendered.shared().forEach(manifest -> byKey.put(manifest.key(), yaml(manifest.object())));
        for (var tenant : rendered.tenants()) {
            rendered.objects(tenant).forEach(manifest -> byKey.put(manifest.key(), yaml(manifest.object())));
        }
        rendered.files().forEach(file -> byKey.put(file.name(), file.content()));
        return byKey;
    }

    static String yaml(HasMetadata object) {
        return yaml(List.of(object));
    }

    static String yaml(Collection<? extends HasMetadata> objects) {
        var out = new ByteArrayOutputStream();
        try (var writer = ManifestWriter.yaml(out)) {
            for (var object : objects) {
                writer.write(object);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<HasMetadata> objects(List<Manifest> manifests) {
        return manifests.stream().map(Manifest::object).toList();
    }

    private static String attack(Attack attack) {
        return attack.id() + " " + attack.family() + " " + attack.actor() + " " + attack.layers() + "\n"
                + request(attack.request()) + request(attack.twin()) + yaml(attack.given());
    }

    private static String request(Request request) {
        var body = request.body();
        return request.verb() + " " + request.subresource() + " " + request.patch() + "\n" + yaml(request.object())
                + (body == null ? "" : yaml(body));
    }
}
