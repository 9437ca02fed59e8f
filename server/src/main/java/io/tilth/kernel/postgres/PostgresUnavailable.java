package io.tilth.kernel.postgres;

/** The embedded PostgreSQL cannot run; the message says why and what to do, in words for the person who started it. */
class PostgresUnavailable extends RuntimeException {
    private final String cause;
    private final String remedy;

    PostgresUnavailable(String cause, String remedy) {
        super(cause + " " + remedy);
        this.cause = cause;
        this.remedy = remedy;
    }

    String reason() {
        return cause;
    }

    String remedy() {
        return remedy;
    }

    /** Another server holds the folder. */
    static final class InUse extends PostgresUnavailable {
        InUse(String cause, String remedy) {
            super(cause, remedy);
        }
    }
}
