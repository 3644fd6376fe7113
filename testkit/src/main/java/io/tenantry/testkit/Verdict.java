package io.tenantry.testkit;

/** Whether an account is right about a change. */
record Verdict(Kind kind, String text) {
    static final Verdict TRUE = new Verdict(Kind.TRUE, "");

    enum Kind {
        /** What the account names has changed, or the account says that nothing enforces the key. */
        TRUE,
        /** What the account names has not changed, as may be for some values. */
        UNSHOWN,
        /** What the account says cannot be. */
        FALSE
    }

    static Verdict unshown(String text) {
        return new Verdict(Kind.UNSHOWN, text);
    }

    static Verdict wrong(String text) {
        return new Verdict(Kind.FALSE, text);
    }
}
