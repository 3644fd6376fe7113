package io.tenantry.internal.bind;

import io.tenantry.Labels;
import java.util.Set;

/** Whose a label or an annotation is, by the domain before the slash of its key. */
public final class KeyDomains {
    private static final Set<String> OF_KUBERNETES = Set.of("kubernetes.io", "k8s.io");
    private static final String OF_KPT = "kpt.dev";
    private static final String OURS = "tenantry.io";
    private static final String RECOMMENDED_LABELS = "app.kubernetes.io/";

    private KeyDomains() {}

    /** Whether only the platform may set the key on a Namespace. */
    public static boolean isReserved(String key) {
        return isOfKubernetes(key) || isIn(OURS, key);
    }

    /** Whether tools that handle documents, such as kustomize and kpt, set the key on those for their own use. */
    static boolean isOfTools(String key) {
        return isOfKubernetes(key) || isIn(OF_KPT, key);
    }

    private static boolean isOfKubernetes(String key) {
        return key.equals(Labels.MANAGED_BY)
                || (!key.startsWith(RECOMMENDED_LABELS)
                        && OF_KUBERNETES.stream().anyMatch(domain -> isIn(domain, key)));
    }

    private static boolean isIn(String owned, String key) {
        int slash = key.indexOf('/');
        var domain = slash < 0 ? "" : key.substring(0, slash);
        return domain.equals(owned) || domain.endsWith("." + owned);
    }
}
