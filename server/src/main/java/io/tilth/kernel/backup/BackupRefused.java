package io.tilth.kernel.backup;

import org.jspecify.annotations.Nullable;

/** A backup or its restoring was declined, in words for the person who asked for it. */
class BackupRefused extends RuntimeException {

    private final String remedy;

    BackupRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    BackupRefused(String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
