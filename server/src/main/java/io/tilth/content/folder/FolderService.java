package io.tilth.content.folder;

import io.tilth.content.FolderId;
import io.tilth.content.Folders;
import io.tilth.kernel.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FolderService implements Folders {

    private final FolderRepository folders;

    FolderService(FolderRepository folders) {
        this.folders = folders;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(FolderId id) {
        return folders.find(id).isPresent();
    }

    @Override
    public FolderId named(String name) {
        return folders.named(name.strip()).orElseGet(() -> create(name)).id();
    }

    @Transactional(readOnly = true)
    public List<Folder> all() {
        return folders.all();
    }

    public Folder create(String name) {
        var folder = new Folder(FolderId.next(), name.strip(), 1);
        if (!folders.insert(folder)) {
            throw Refusal.conflict("folder-exists");
        }
        return folder;
    }

    public Folder rename(FolderId id, String name, int version) {
        var folder = get(id);
        var namesake = folders.named(name.strip());
        if (namesake.isPresent() && !namesake.get().id().equals(id)) {
            throw Refusal.conflict("folder-exists");
        }
        if (!folders.rename(id, name.strip(), version)) {
            throw Refusal.stale(folder);
        }
        return get(id);
    }

    /** Its materials stay, in no folder. */
    public void delete(FolderId id) {
        folders.delete(get(id).id());
    }

    private Folder get(FolderId id) {
        return folders.find(id).orElseThrow(() -> Refusal.notFound("folder-not-found"));
    }
}
