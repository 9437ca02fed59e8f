package io.tilth.content.folder;

import io.tilth.content.FolderId;

/** Where materials are sorted into. */
record Folder(FolderId id, String name, int version) {}
