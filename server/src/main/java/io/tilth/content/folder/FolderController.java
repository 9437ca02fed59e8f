package io.tilth.content.folder;

import io.tilth.content.FolderId;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/material-folders")
class FolderController {

    private final FolderService folders;

    FolderController(FolderService folders) {
        this.folders = folders;
    }

    @Needs("material:read")
    @GetMapping
    List<Folder> all() {
        return folders.all();
    }

    @Needs("material:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Folder create(@Valid @RequestBody NewFolder request) {
        return folders.create(request.name());
    }

    @Needs("material:write")
    @PutMapping("/{id}")
    Folder rename(@PathVariable FolderId id, @Valid @RequestBody RenamedFolder request) {
        return folders.rename(id, request.name(), request.version());
    }

    @Needs("material:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable FolderId id) {
        folders.delete(id);
    }

    record NewFolder(@NotBlank @Size(max = 30) String name) {}

    record RenamedFolder(
            @NotBlank @Size(max = 30) String name, @NotNull Integer version) {}
}
