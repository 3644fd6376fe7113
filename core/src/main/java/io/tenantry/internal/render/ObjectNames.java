package io.tenantry.internal.render;

import io.tenantry.validation.Names;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Names of objects that no two tenants share: {@code acme--quota}.
 *
 * <p>A plain name is the tenant, two dashes and the suffix. No DNS label begins or ends with a dash,
 * so if the tenant has no two dashes of its own the first two dashes of the name end it, and different
 * pairs have different names. Any other pair, and one that would be too long, becomes {@code
 * readable---hash}: three dashes, which no plain name has first. The hash is of the exact pair.
 */
final class ObjectNames {

    private static final String BETWEEN = "--";
    private static final String BEFORE_HASH = "---";
    private static final int HASH_LENGTH = 12;

    private ObjectNames() {}

    /**
     * The name for this pair: a DNS label of at most {@value Names#LONGEST_LABEL} characters.
     *
     * @throws IllegalArgumentException if either is no DNS label
     */
    static String of(String tenant, String suffix) {
        requireLabel(tenant);
        requireLabel(suffix);
        var plain = tenant + BETWEEN + suffix;
        return tenant.contains(BETWEEN) || plain.length() > Names.LONGEST_LABEL ? hashed(tenant, suffix) : plain;
    }

    private static void requireLabel(String text) {
        Names.label(text).ifPresent(flaw -> {
            throw new IllegalArgumentException("A part of an object's name " + flaw.message() + "; " + flaw.fix());
        });
    }

    private static String hashed(String tenant, String suffix) {
        var readable = (tenant + "-" + suffix).replaceAll("-+", "-");
        var room = Names.LONGEST_LABEL - BEFORE_HASH.length() - HASH_LENGTH;
        var kept = readable.substring(0, Math.min(room, readable.length())).replaceAll("-$", "");
        return kept + BEFORE_HASH + hash(tenant + "/" + suffix);
    }

    /** Sixty bits of SHA-256 in letters and digits. */
    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).toString(36).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
