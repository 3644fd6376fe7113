package io.tenantry.spi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a tenant must not be able to do, with its harmless twin and the layers that stop it.
 *
 * <pre>{@code
 * Attack.named("quota/min-replicas/create")
 *         .family("high-availability")
 *         .by(Actor.ADMIN)
 *         .attempts(Request.create(deployment(1)))
 *         .twin(Request.create(deployment(2)))
 *         .stoppedBy(Layer.policy("tenantry-min-replicas"))
 *         .build();
 * }</pre>
 *
 * <p>Denied counts only when the twin is admitted and the answer comes from the layer named. Immutable.
 *
 * @param id stable: {@code feature/control/variant}; the same in each namespace where it is tried
 * @param given what must be there before; made by the platform where that is possible, else the attack does not apply
 * @param layers outermost first, never none; each alone stops the request when the others are open
 */
public record Attack(
        String id,
        String family,
        Actor actor,
        Request request,
        Request twin,
        List<HasMetadata> given,
        List<Layer> layers) {
    public Attack {
        given = List.copyOf(given);
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("attack " + id + " names no layer that stops it; call stoppedBy");
        }
    }

    public static Builder named(String id) {
        return new Builder(id);
    }

    /**
     * What stops an attack: a mechanism, and the object that carries it.
     *
     * @param object {@link io.tenantry.manifest.Manifest#key()}, for a label followed by {@code #} and its key; empty
     *     for authorization by whatever roles the actor has
     */
    public record Layer(Mechanism mechanism, String object) {
        /** No role that the actor has allows the request. */
        public static final Layer AUTHORIZATION = new Layer(Mechanism.AUTHORIZATION, "");

        /** A {@link SharedPolicy} of this name. */
        public static Layer policy(String name) {
            return new Layer(Mechanism.ADMISSION, "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy//" + name);
        }

        /** Pod Security Admission, by the label of this namespace. */
        public static Layer podSecurity(String namespace) {
            return new Layer(Mechanism.ADMISSION, "v1/Namespace//" + namespace + "#" + Refusal.POD_SECURITY_LABEL);
        }

        /** An object, as {@link io.tenantry.manifest.Manifest#key()} writes it. */
        public static Layer object(Mechanism mechanism, String key) {
            return new Layer(mechanism, key);
        }

        /** Whether a refusal is this layer's own, by the words of the API server's message. */
        public boolean speaksIn(String message) {
            return Refusal.of(message).isBy(this);
        }
    }

    /** Collects the parts; not for use by several threads. */
    public static final class Builder {
        private final String id;
        private String family = "";
        private Actor actor = Actor.ADMIN;
        private @Nullable Request request;
        private @Nullable Request twin;
        private List<HasMetadata> given = List.of();
        private List<Layer> layers = List.of();

        private Builder(String id) {
            this.id = id;
        }

        /** The group of attacks that this one is listed with. */
        public Builder family(String family) {
            this.family = family;
            return this;
        }

        /** Who tries; the tenant's administrator unless said. */
        public Builder by(Actor actor) {
            this.actor = actor;
            return this;
        }

        public Builder attempts(Request request) {
            this.request = request;
            return this;
        }

        /** The same request without the evil part. */
        public Builder twin(Request twin) {
            this.twin = twin;
            return this;
        }

        /** What must be there before; requests that create something name something else. */
        public Builder given(HasMetadata... objects) {
            this.given = List.of(objects);
            return this;
        }

        /** The layers, outermost first. */
        public Builder stoppedBy(Layer... layers) {
            this.layers = List.of(layers);
            return this;
        }

        /**
         * The attack.
         *
         * @throws NullPointerException when the request or its twin is missing
         * @throws IllegalArgumentException when no layer is named
         */
        public Attack build() {
            return new Attack(
                    id,
                    family.isEmpty() ? id.substring(0, Math.max(0, id.indexOf('/'))) : family,
                    actor,
                    Objects.requireNonNull(request, "attempts"),
                    Objects.requireNonNull(twin, "twin"),
                    given,
                    layers);
        }
    }
}
