package io.tenantry.testkit;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A test, or a class of tests, that needs the binaries of a real control plane.
 *
 * <pre>{@code
 * @ControlPlaneTest
 * class ApplyTest {
 *     private final Path binaries = Path.of(System.getenv("TENANTRY_CONTROL_PLANE"));
 * }
 * }</pre>
 *
 * <p>The environment variable {@code TENANTRY_CONTROL_PLANE} names the directory of etcd, kube-apiserver and
 * kube-controller-manager; without it the test is skipped, with that reason. {@code -Dgroups=control-plane} runs these
 * tests and no others.
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
public @interface ControlPlaneTest {}
