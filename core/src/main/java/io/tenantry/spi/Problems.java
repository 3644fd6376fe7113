package io.tenantry.spi;

import io.tenantry.Tenant;

/**
 * Where a contributor reports what is wrong.
 *
 * <pre>{@code
 * problems.in(namespace).at("pods").error("POD_CEILING_NEGATIVE", "is -3 but must be 0 or more", "remove it");
 * }</pre>
 *
 * <p>A problem reads as one sentence: the path, which is put before it as the user wrote it (in the section or as
 * shorthand, on the tenant or in the profile's defaults), the message that says what it is and what it must be, and the
 * fix. The narrowing methods return a new value and leave this one as it is.
 */
public interface Problems {

    /** The value under this key or, repeated, deeper: {@code at("storageClassQuotas").at("fast").at("claims")}. */
    Problems at(String key);

    /** The same section on the entry of this namespace, if the user wrote the value there. */
    Problems in(NamespaceView<?> namespace);

    /** The same section of this tenant; needed only where several tenants are seen at once. */
    Problems of(Tenant tenant);

    /** The cluster profile; the keys that follow begin at its {@code spec}. */
    Problems inProfile();

    /** Reports what makes rendering impossible or unsafe. Codes are upper case, stable and documented. */
    void error(String code, String message, String fix);

    /** Reports what is probably not meant. */
    void warning(String code, String message, String fix);

    /** Reports what is worth knowing and needs no action. */
    void notice(String code, String message, String fix);
}
