package io.tenantry.cli;

/** Standard input that is no ResourceList; the message completes the sentence "standard input ...". */
final class MalformedListException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedListException(String message) {
        super(message);
    }
}
