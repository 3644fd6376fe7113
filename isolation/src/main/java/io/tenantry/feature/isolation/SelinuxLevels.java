package io.tenantry.feature.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenantry.Tenant;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * SELinux levels that keep the files and processes of tenants apart: two categories of 1,024, in order.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/">seLinuxOptions</a>
 */
final class SelinuxLevels {
    private static final int CATEGORIES = 1024;
    private static final int PAIRS = CATEGORIES * (CATEGORIES - 1) / 2;
    private static final Pattern LEVEL = Pattern.compile("s0:c(0|[1-9][0-9]{0,3}),c([1-9][0-9]{0,3})");

    private SelinuxLevels() {}

    /** The level of a namespace's pods; empty when any may be used. */
    static String of(Tenant tenant, Isolation isolation) {
        if (!isolation.selinux()) {
            return "";
        }
        var written = isolation.selinuxLevel();
        return written == null ? ofName(tenant.name()) : written;
    }

    /** The level that follows from a tenant's name, the same on every cluster. */
    static String ofName(String tenant) {
        int pair = hash(tenant).mod(BigInteger.valueOf(PAIRS)).intValue();
        int second = 1;
        while (pair >= second) {
            pair -= second;
            second++;
        }
        return "s0:c" + pair + ",c" + second;
    }

    /** Whether a text is {@code s0} with two categories, the smaller first. */
    static boolean isLevel(String text) {
        var matcher = LEVEL.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(2));
        return first < second && second < CATEGORIES;
    }

    private static BigInteger hash(String text) {
        try {
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
