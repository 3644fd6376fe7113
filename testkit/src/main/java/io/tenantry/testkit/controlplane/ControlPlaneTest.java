package io.tenantry.testkit.controlplane;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test, or a class of tests, that needs a real control plane and is handed it as a parameter.
 *
 * <pre>{@code
 * @ControlPlaneTest
 * class QuotaTest {
 *     @Test
 *     void deniesPodsAboveIt(ControlPlane controlPlane) { … }
 * }
 * }</pre>
 *
 * <p>All such tests of a run share one, so each uses namespaces of its own; a class with {@link #own} or {@link
 * #apiServer} flags gets one for itself. It is started when it is first asked for and ended after the last test.
 *
 * <p>The environment variable {@code TENANTRY_CONTROL_PLANE} names the directory of etcd, kube-apiserver and
 * kube-controller-manager; without it the tests are skipped, with that reason. {@code -Dgroups=control-plane} runs these
 * tests and no others. What the flags cannot say, such as files, a test says with {@link ControlPlaneSettings} and
 * starts a {@link ControlPlane} itself.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, METHOD})
@Tag("control-plane")
@EnabledIfEnvironmentVariable(
        named = "TENANTRY_CONTROL_PLANE",
        matches = ".+",
        disabledReason = "it must name the directory of etcd, kube-apiserver and kube-controller-manager")
@ExtendWith(ControlPlaneExtension.class)
public @interface ControlPlaneTest {

    /** Whether the class has a control plane for itself, which it may stop or spoil. */
    boolean own() default false;

    /** Further flags of kube-apiserver, such as {@code --runtime-config=…}; the class then has one for itself. */
    String[] apiServer() default {};
}
