package io.tenantry.testkit.controlplane;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Hands control planes to tests, and closes each with the store that keeps it. */
final class ControlPlaneExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ControlPlaneExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        AnnotationSupport.findAnnotation(context.getElement(), ControlPlaneTest.class)
                .filter(test -> test.own() || test.apiServer().length > 0)
                .ifPresent(test -> context.getStore(NAMESPACE)
                        .put(
                                ControlPlane.class,
                                ControlPlane.start(ControlPlaneSettings.usual().apiServer(test.apiServer()))));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ControlPlane.class;
    }

    @Override
    public ControlPlane resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var own = context.getStore(NAMESPACE).get(ControlPlane.class, ControlPlane.class);
        return own != null
                ? own
                : context.getRoot()
                        .getStore(NAMESPACE)
                        .computeIfAbsent(
                                ControlPlane.class,
                                type -> ControlPlane.start(ControlPlaneSettings.usual()),
                                ControlPlane.class);
    }
}
