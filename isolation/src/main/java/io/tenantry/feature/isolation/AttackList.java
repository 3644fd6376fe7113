package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.IsolationLevel;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Request;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects the attacks of a tenant's administrator in one namespace.
 *
 * <p>Under permissive such an administrator may have every right in the namespace, so that authorization stops nothing.
 */
final class AttackList {
    private final TenantView<Isolation> tenant;
    private final String namespace;
    private final Isolation isolation;
    private final List<Attack> attacks = new ArrayList<>();
    private List<HasMetadata> given = List.of();

    AttackList(TenantView<Isolation> tenant, String namespace, Isolation isolation) {
        this.tenant = tenant;
        this.namespace = namespace;
        this.isolation = isolation;
    }

    TenantView<Isolation> tenant() {
        return tenant;
    }

    String namespace() {
        return namespace;
    }

    Isolation isolation() {
        return isolation;
    }

    IsolationLevel level() {
        return tenant.tenant().isolationLevel();
    }

    /** What must be there for the attacks that are added from now on. */
    void given(HasMetadata... objects) {
        given = List.of(objects);
    }

    /** An attack that this policy alone stops. */
    void add(String id, Request request, Request twin, String policy) {
        add(id, request, twin, List.of(Layer.policy(policy)));
    }

    /** An attack that the administrator has no right to, and that this policy stops whoever has it. */
    void addBeyondRights(String id, Request request, Request twin, String policy) {
        add(
                id,
                request,
                twin,
                level() == IsolationLevel.PERMISSIVE
                        ? List.of(Layer.policy(policy))
                        : List.of(Layer.AUTHORIZATION, Layer.policy(policy)));
    }

    void add(String id, Request request, Request twin, List<Layer> layers) {
        if (mayBeSent(request) && mayBeSent(twin)) {
            addForbidden(id, request, twin, layers.toArray(Layer[]::new));
        }
    }

    /** An attack that creates what the tenant may not create at all. */
    void addForbidden(String id, Request request, Request twin, Layer... layers) {
        attacks.add(Attack.named("isolation/" + id)
                .family(id.substring(0, id.indexOf('/')))
                .attempts(request)
                .twin(twin)
                .given(given.toArray(HasMetadata[]::new))
                .stoppedBy(layers)
                .build());
    }

    void add(Attack attack) {
        attacks.add(attack);
    }

    List<Attack> all() {
        return List.copyOf(attacks);
    }

    /** Whether the tenant may create this kind of object. */
    boolean mayBeCreated(HasMetadata object) {
        var plural = plural(object);
        var allowed = isolation.allowedResources();
        return allowed.isEmpty()
                || allowed.stream().anyMatch(entry -> entry.equals(plural) || entry.startsWith(plural + "."));
    }

    /** The resource that objects of this kind are. */
    static String plural(HasMetadata object) {
        return Pluralize.toPlural(object.getKind().toLowerCase(Locale.ROOT));
    }

    private boolean mayBeSent(Request request) {
        return request.verb() != Request.Verb.CREATE || mayBeCreated(request.object());
    }
}
