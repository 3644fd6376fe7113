/**
 * A real control plane for tests: etcd, kube-apiserver and kube-controller-manager on loopback, with clients that act as
 * anybody. Pods are admitted and counted, never run.
 */
@NullMarked
package io.tenantry.testkit.controlplane;

import org.jspecify.annotations.NullMarked;
