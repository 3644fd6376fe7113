package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.spi.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the policies on claims and inline volumes must stop. */
final class StorageAttacks {
    private static final String FOREIGN = "tenantry-other";
    private static final String CLASS = "storageClassName";

    private StorageAttacks() {}

    static void add(AttackList out) {
        out.given();
        var classes = StorageSettings.classes(out.tenant(), out.isolation());
        boolean listed = out.isolation().storageIsolation() && !classes.isEmpty();
        Map<String, ?> usual = listed ? Map.of(CLASS, classes.first()) : Map.of();
        if (listed) {
            claim(out, "foreign-class", Map.of(CLASS, FOREIGN), usual);
            claim(out, "no-class", Map.of(CLASS, ""), usual);
            foreignClassByAnnotation(out, usual);
        }
        if (out.isolation().pvAccessControl()) {
            claim(out, "volume-name", with(usual, "volumeName", FOREIGN), usual);
            claim(out, "selector", with(usual, "selector", Map.of("matchLabels", Map.of("disk", FOREIGN))), usual);
        }
        if (out.isolation().pvAccessControl()) {
            bindLater(out, usual);
        }
    }

    /** The annotation that came before the field goes before it still. */
    private static void foreignClassByAnnotation(AttackList out, Map<String, ?> usual) {
        var claim = claim(out.namespace(), Samples.NAME, usual);
        claim.getMetadata().setAnnotations(Map.of("volume.beta.kubernetes.io/storage-class", FOREIGN));
        out.add(
                "claims/foreign-class-by-annotation",
                Request.create(claim),
                Request.create(claim(out.namespace(), Samples.NAME, usual)),
                ClaimsPolicy.NAME);
    }

    /** An unbound claim lets its volume be named until it is bound. */
    private static void bindLater(AttackList out, Map<String, ?> usual) {
        var given = claim(out.namespace(), Samples.GIVEN, with(usual, "volumeMode", "Filesystem"));
        out.given(given);
        out.add(
                "claims/name-volume-later",
                Request.patch(given, "{\"spec\":{\"volumeName\":\"" + FOREIGN + "\"}}"),
                Request.patch(given, "{\"metadata\":{\"labels\":{\"tenantry-attack\":\"true\"}}}"),
                ClaimsPolicy.NAME);
    }

    private static void claim(AttackList out, String variant, Map<String, ?> evil, Map<String, ?> twin) {
        out.add(
                "claims/" + variant,
                Request.create(claim(out.namespace(), Samples.NAME, evil)),
                Request.create(claim(out.namespace(), Samples.NAME, twin)),
                ClaimsPolicy.NAME);
    }

    private static HasMetadata claim(String namespace, String name, Map<String, ?> more) {
        var spec = with(more, "accessModes", List.of("ReadWriteOnce"));
        spec.put("resources", Map.of("requests", Map.of("storage", "1Gi")));
        return GenericObject.of("v1", "PersistentVolumeClaim", namespace, name, Map.of("spec", spec));
    }

    private static Map<String, Object> with(Map<String, ?> map, String key, Object value) {
        var more = new HashMap<String, Object>(map);
        more.put(key, value);
        return more;
    }
}
