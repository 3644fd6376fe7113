package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Samples.harmless;

import io.tenantry.Labels;
import io.tenantry.spi.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the two guards must stop. */
final class GuardAttacks {
    private static final Map<String, String> OWNED = Map.of(Labels.MANAGED_BY, Labels.TENANTRY);
    private static final String PRIVILEGED = "\"pod-security.kubernetes.io/enforce\":\"privileged\"";
    private static final String OWN = "\"" + Labels.MANAGED_BY + "\":\"" + Labels.TENANTRY + "\"";
    private static final String DISOWN = "\"" + Labels.MANAGED_BY + "\":null";
    private static final String HARMLESS = "\"tenantry-attack\":\"true\"";

    private GuardAttacks() {}

    static void add(AttackList out) {
        onNamespace(out);
        onForging(out);
        onOwned(out);
        onBounds(out);
    }

    private static void onNamespace(AttackList out) {
        out.given();
        onNamespace(out, "drop-tenant-and-relabel", labels("\"" + Labels.TENANT + "\":null," + PRIVILEGED));
        onNamespace(out, "relabel", labels(PRIVILEGED));
        onNamespace(out, "drop-tenant", labels("\"" + Labels.TENANT + "\":null"));
        onNamespace(out, "take-another-tenant", labels("\"" + Labels.TENANT + "\":\"tenantry-other\""));
        onNamespace(out, "become-open", labels("\"" + Labels.ISOLATION_LEVEL + "\":\"open\""));
        onNamespace(
                out,
                "allow-subjects",
                "{\"metadata\":{\"annotations\":{\"" + Annotations.SUBJECTS + "\":\"User/tenantry-stranger\"}}}");
        var itself = GenericObject.of("v1", "Namespace", null, out.namespace(), Map.of());
        beyondRights(out, "status", Request.patch(itself, labels(HARMLESS)).on("status"));
        beyondRights(out, "finalize", Request.update(itself).on("finalize"));
        beyondRights(out, "delete", Request.delete(itself));
    }

    private static void onNamespace(AttackList out, String variant, String patch) {
        beyondRights(
                out,
                variant,
                Request.patch(GenericObject.of("v1", "Namespace", null, out.namespace(), Map.of()), patch));
    }

    private static void beyondRights(AttackList out, String variant, Request request) {
        out.addBeyondRights(
                "guard-namespaces/" + variant, request, harmless(out.namespace()), GuardPolicies.NAMESPACES);
    }

    /** The labels of what the platform owns, on what it does not. */
    private static void onForging(AttackList out) {
        var namespace = out.namespace();
        var given = Samples.configMap(namespace, Samples.GIVEN);
        out.given(given);
        var forged = Samples.configMap(namespace, Samples.NAME);
        add(out, "forge", Request.create(Samples.labelled(forged, OWNED)), harmless(namespace));
        add(
                out,
                "forge-tenant",
                Request.create(Samples.labelled(forged, Map.of(Labels.TENANT, "tenantry-other"))),
                harmless(namespace));
        add(out, "take-over", Request.patch(given, labels(OWN)), Request.patch(given, labels(HARMLESS)));
        add(
                out,
                "take-tenant",
                Request.patch(given, labels("\"" + Labels.TENANT + "\":\"tenantry-other\"")),
                Request.patch(given, labels(HARMLESS)));
    }

    /** Of kinds that administrators may write. */
    private static void onOwned(AttackList out) {
        var namespace = out.namespace();
        var policy = Map.of("spec", Map.of("podSelector", Map.of("matchLabels", Map.of("tenantry-attack", "true"))));
        for (var sample : List.of(
                Samples.configMap(namespace, Samples.OWNED),
                GenericObject.of("v1", "ServiceAccount", namespace, Samples.OWNED, Map.of()),
                GenericObject.of("networking.k8s.io/v1", "NetworkPolicy", namespace, Samples.OWNED, policy))) {
            var owned = Samples.labelled(sample, OWNED);
            var given = Samples.configMap(namespace, Samples.GIVEN);
            out.given(owned, given);
            var kind = owned.getKind().toLowerCase(Locale.ROOT);
            var change = Request.patch(given, labels(HARMLESS));
            add(out, kind + "/change", Request.patch(owned, labels(HARMLESS)), change);
            add(out, kind + "/disown", Request.patch(owned, labels(DISOWN)), change);
            add(out, kind + "/delete", Request.delete(owned), Request.delete(given));
            add(out, kind + "/delete-all", Request.deleteCollection(owned), Request.delete(given));
        }
    }

    /** Of kinds that administrators may only read. */
    private static void onBounds(AttackList out) {
        var namespace = out.namespace();
        var quota = GenericObject.of(
                "v1",
                "ResourceQuota",
                namespace,
                Samples.OWNED,
                Map.of("spec", Map.of("hard", Map.of("count/tenantry", "1"))));
        var range = GenericObject.of(
                "v1", "LimitRange", namespace, Samples.OWNED, Map.of("spec", Map.of("limits", List.of())));
        for (var sample : List.of(quota, range)) {
            var owned = Samples.labelled(sample, OWNED);
            out.given(owned);
            var kind = owned.getKind().toLowerCase(Locale.ROOT);
            onBound(out, kind + "/change", Request.patch(owned, labels(HARMLESS)));
            onBound(out, kind + "/delete", Request.delete(owned));
            onBound(out, kind + "/delete-all", Request.deleteCollection(owned));
        }
        out.given(Samples.labelled(quota, OWNED));
        onBound(
                out,
                "resourcequota/status",
                Request.patch(quota, "{\"status\":{\"hard\":{\"count/tenantry\":\"9\"}}}")
                        .on("status"));
    }

    private static void onBound(AttackList out, String variant, Request request) {
        out.addBeyondRights("guard-objects/" + variant, request, harmless(out.namespace()), GuardPolicies.OBJECTS);
    }

    private static void add(AttackList out, String variant, Request request, Request twin) {
        out.add("guard-objects/" + variant, request, twin, GuardPolicies.OBJECTS);
    }

    private static String labels(String labels) {
        return "{\"metadata\":{\"labels\":{" + labels + "}}}";
    }
}
