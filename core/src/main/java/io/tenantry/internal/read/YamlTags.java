package io.tenantry.internal.read;

/** The tags that a value may carry: those of YAML's own types, where they say nothing new. */
final class YamlTags {
    private static final String CORE = "tag:yaml.org,2002:";

    private YamlTags() {}

    /** Whether the tag makes text of a scalar, as quotes do. */
    static boolean isText(String tag) {
        return tag.equals("!") || isCore(tag, "str");
    }

    /** Whether a scalar may carry the tag. On quoted text, a number's tag would take the quotes away. */
    static boolean fitsScalar(String tag, boolean plain) {
        if (isText(tag)) {
            return true;
        }
        return plain && (isCore(tag, "int") || isCore(tag, "float") || isCore(tag, "bool") || isCore(tag, "null"));
    }

    static boolean isCore(String tag, String type) {
        return tag.startsWith(CORE) && tag.substring(CORE.length()).equals(type);
    }

    /** The tag as its author most likely wrote it. */
    static String written(String tag) {
        return tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
    }
}
