package io.tilth.directory;

/** Tells members things: live in the workbench, and as messages of the app. */
public interface Notices {

    /** Stored with the current transaction; goes out after it commits. */
    void tell(MemberId member, Notice notice);
}
