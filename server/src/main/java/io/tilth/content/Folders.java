package io.tilth.content;

/** Where materials are sorted into. */
public interface Folders {

    boolean exists(FolderId id);

    /** The folder of that name, made when it is not there. */
    FolderId named(String name);
}
