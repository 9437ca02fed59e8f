package io.tilth.sandbox.api;

/** A refusal with the platform's own number. */
public final class ApiError extends RuntimeException {
    private final int code;

    public ApiError(int code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
