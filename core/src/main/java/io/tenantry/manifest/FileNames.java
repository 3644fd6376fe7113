package io.tenantry.manifest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * File names of objects, such as {@code resourcequota-acme-prod_acme-quota.yaml}: kind, namespace, name.
 *
 * <p>Different objects have different names, also where a file system ignores case: a namespace has no underscore, and
 * characters other than lower-case letters, digits, {@code -} and {@code .} are written as {@code _} and their code.
 */
final class FileNames {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-.";
    private static final int LONGEST = 200;
    private static final int DIGEST_CHARACTERS = 16;

    private FileNames() {}

    static String of(Manifest manifest) {
        var name = new StringBuilder(manifest.kind().toLowerCase(Locale.ROOT));
        var group = manifest.apiVersion()
                .substring(0, Math.max(0, manifest.apiVersion().indexOf('/')));
        if (group.contains(".") && !group.endsWith(".k8s.io")) {
            name.append('.').append(group);
        }
        name.append('-');
        if (!manifest.namespace().isEmpty()) {
            name.append(manifest.namespace()).append('_');
        }
        manifest.name().chars().forEach(character -> append(character, name));
        return shortened(name.toString()) + ".yaml";
    }

    private static void append(int character, StringBuilder name) {
        if (PLAIN.indexOf(character) >= 0) {
            name.append((char) character);
        } else {
            name.append('_').append(Integer.toHexString(character)).append('_');
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST - DIGEST_CHARACTERS - 1) + "_" + digest(name);
    }

    private static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java runtime without SHA-256", e);
        }
    }
}
