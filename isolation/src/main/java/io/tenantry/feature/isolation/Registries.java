package io.tenantry.feature.isolation;

import io.tenantry.validation.Names.Flaw;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Entries of {@code allowedRegistries} and {@code blockedRegistries}: a registry, or a repository in one, and all below. */
final class Registries {
    private static final String HOST = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]+)?";
    private static final String SEGMENT = "[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*";
    private static final Pattern ENTRY = Pattern.compile(HOST + "(/" + SEGMENT + ")*");
    private static final String OLD_NAME_OF_DOCKER_HUB = "index.docker.io";

    private Registries() {}

    /** Entries in the spelling to which {@link ImageRules} brings references. */
    static List<String> normalised(Collection<String> entries) {
        return entries.stream().map(Registries::normalised).sorted().distinct().toList();
    }

    private static String normalised(String entry) {
        return isWithin(entry, OLD_NAME_OF_DOCKER_HUB)
                ? "docker.io" + entry.substring(OLD_NAME_OF_DOCKER_HUB.length())
                : entry;
    }

    /** Whether every image from {@code entry} is also one from {@code outer}. */
    static boolean isWithin(String entry, String outer) {
        return (entry + "/").startsWith(outer + "/");
    }

    /** What is wrong with an entry; nothing when it is a registry, or a repository in one. */
    static Optional<Flaw> flaw(String entry) {
        int scheme = entry.indexOf("://");
        if (scheme >= 0) {
            return flaw("has a scheme, which images never have", "write " + entry.substring(scheme + 3));
        }
        if (entry.contains("..")) {
            return flaw("leads out of its path with ..", "write the path that is meant");
        }
        if (entry.contains("*")) {
            return flaw("has a wildcard", "name a registry or repository; it stands for all below it");
        }
        if (entry.contains("@")) {
            return flaw("names one image by its digest", "name a registry or repository");
        }
        if (!entry.equals(entry.toLowerCase(Locale.ROOT))) {
            return flaw("has capitals", "write " + entry.toLowerCase(Locale.ROOT));
        }
        if (!ENTRY.matcher(entry).matches()) {
            return flaw("is no registry and no repository in one", "write it like ghcr.io/acme, without a tag");
        }
        return namesHost(entry) ? Optional.empty() : withoutHost(entry);
    }

    private static boolean namesHost(String entry) {
        var first = entry.split("/", 2)[0];
        return first.contains(".") || first.contains(":") || first.equals("localhost");
    }

    private static Optional<Flaw> withoutHost(String entry) {
        var name = entry.contains("/") ? entry : "library/" + entry;
        return flaw("names no registry", "write docker.io/" + name + " if Docker Hub is meant");
    }

    private static Optional<Flaw> flaw(String message, String fix) {
        return Optional.of(new Flaw(message, fix));
    }
}
