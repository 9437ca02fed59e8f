package io.tilth.content.material;

import io.tilth.content.FileId;
import io.tilth.content.FolderId;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials.Kind;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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
@RequestMapping("/api/v1/materials")
class MaterialController {

    private final ReadingService reading;
    private final WritingService writing;
    private final PublishingService publishing;

    MaterialController(ReadingService reading, WritingService writing, PublishingService publishing) {
        this.reading = reading;
        this.writing = writing;
        this.publishing = publishing;
    }

    @Needs("material:read")
    @GetMapping
    Page<ListedMaterial> list(@Valid @ParameterObject MaterialFilter filter, @ParameterObject Paging paging) {
        return reading.list(filter, paging);
    }

    @Needs("material:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OpenedMaterial begin(@Valid @RequestBody NewMaterial request) {
        return reading.open(writing.begin(request.kind(), request.draft()));
    }

    @Needs("material:read")
    @GetMapping("/{id}")
    OpenedMaterial open(@PathVariable MaterialId id) {
        return reading.open(id);
    }

    @Needs("material:write")
    @PutMapping("/{id}")
    OpenedMaterial save(@PathVariable MaterialId id, @Valid @RequestBody MaterialDraft request) {
        writing.save(id, request.draft(), request.version());
        return reading.open(id);
    }

    @Needs("material:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable MaterialId id) {
        writing.delete(id);
    }

    /** Publishes it at once, or hands it to a reviewer when something in it wants a second look. */
    @Needs("material:write")
    @PostMapping("/{id}/submit")
    OpenedMaterial submit(@PathVariable MaterialId id, @Valid @RequestBody MaterialStep request) {
        publishing.submit(id, request.version());
        return reading.open(id);
    }

    @Needs("material:review")
    @PostMapping("/{id}/publish")
    OpenedMaterial publish(@PathVariable MaterialId id, @Valid @RequestBody MaterialStep request) {
        publishing.approve(id, request.version());
        return reading.open(id);
    }

    @Needs("material:review")
    @PostMapping("/{id}/return")
    OpenedMaterial giveBack(@PathVariable MaterialId id, @Valid @RequestBody ReturnedMaterial request) {
        publishing.giveBack(id, request.reason(), request.version());
        return reading.open(id);
    }

    @Needs("material:write")
    @PostMapping("/{id}/withdraw")
    OpenedMaterial withdraw(@PathVariable MaterialId id, @Valid @RequestBody MaterialStep request) {
        publishing.withdraw(id, request.version());
        return reading.open(id);
    }

    @Needs("material:read")
    @GetMapping("/{id}/versions")
    List<PastVersion> past(@PathVariable MaterialId id) {
        return reading.past(id);
    }

    @Needs("material:read")
    @GetMapping("/{id}/versions/{number}")
    PastVersion.Whole past(@PathVariable MaterialId id, @PathVariable int number) {
        return reading.past(id, number);
    }

    /** How far the pages of a document are that was just brought. */
    @Needs("material:read")
    @GetMapping("/documents/{file}")
    OpenedMaterial.Pages document(@PathVariable FileId file) {
        return reading.pages(file);
    }

    record NewMaterial(
            @NotNull Kind kind,
            @NotBlank @Size(max = 60) String title,
            @Nullable @Size(max = 200) String description,
            @Nullable FileId cover,
            @Nullable Boolean priced,
            @Nullable FolderId folder,
            @NotNull @Valid Content content) {

        Draft draft() {
            return MaterialController.draft(title, description, cover, priced, folder, content);
        }
    }

    /** @param version as it was when it was read */
    record MaterialDraft(
            @NotBlank @Size(max = 60) String title,
            @Nullable @Size(max = 200) String description,
            @Nullable FileId cover,
            @Nullable Boolean priced,
            @Nullable FolderId folder,
            @NotNull @Valid Content content,
            @NotNull Integer version) {

        Draft draft() {
            return MaterialController.draft(title, description, cover, priced, folder, content);
        }
    }

    record MaterialStep(@NotNull Integer version) {}

    record ReturnedMaterial(
            @NotBlank @Size(max = 200) String reason,
            @NotNull Integer version) {}

    private static Draft draft(
            String title,
            @Nullable String description,
            @Nullable FileId cover,
            @Nullable Boolean priced,
            @Nullable FolderId folder,
            Content content) {
        return new Draft(
                title,
                Optional.ofNullable(description).orElse(""),
                Optional.ofNullable(cover),
                Boolean.TRUE.equals(priced),
                Optional.ofNullable(folder),
                content);
    }
}
