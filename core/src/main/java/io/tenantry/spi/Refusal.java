package io.tenantry.spi;

import java.util.regex.Pattern;

/** Tells from the words of a refusal which part of the API server said no. */
record Refusal(String message) {
    static final String POD_SECURITY_LABEL = "pod-security.kubernetes.io/enforce";

    private static final Pattern RBAC =
            Pattern.compile("cannot \\S+ (resource|path) \"|attempting to grant RBAC permissions not currently held");
    private static final Pattern LIMIT_RANGE =
            Pattern.compile("(maximum|minimum) \\S+ usage per |\\S+ max limit to request ratio per ");

    static Refusal of(String message) {
        return new Refusal(message);
    }

    boolean isBy(Attack.Layer layer) {
        return switch (layer.mechanism()) {
            case AUTHORIZATION -> RBAC.matcher(message).find();
            case ADMISSION ->
                layer.object().endsWith("#" + POD_SECURITY_LABEL)
                        ? message.contains("violates PodSecurity")
                        : message.contains("ValidatingAdmissionPolicy '" + name(layer) + "'");
            case QUOTA ->
                layer.object().startsWith("v1/LimitRange/")
                        ? LIMIT_RANGE.matcher(message).find()
                        : message.contains("exceeded quota: " + name(layer) + ",")
                                || message.contains("failed quota: " + name(layer) + ":");
            default -> false;
        };
    }

    private static String name(Attack.Layer layer) {
        return layer.object().substring(layer.object().lastIndexOf('/') + 1);
    }
}
