package io.tilth.access.view;

import io.tilth.kernel.Caller;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Needs
@RestController
@RequestMapping("/api/v1/views")
class SavedViewController {

    private final SavedViewService views;

    SavedViewController(SavedViewService views) {
        this.views = views;
    }

    @GetMapping
    List<ListedView> seenByCaller(@RequestParam String page) {
        return views.seenByCaller(page).stream().map(ListedView::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListedView save(@Valid @RequestBody NewView request) {
        return ListedView.of(views.save(request.page(), request.name(), request.query(), request.shared()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        views.remove(id);
    }

    record NewView(
            @NotBlank @Size(max = 30) String page,
            @NotBlank @Size(max = 30) String name,
            @NotNull @Size(max = 500) String query,
            @NotNull Boolean shared) {}

    record ListedView(UUID id, String page, String name, String query, boolean shared, boolean mine) {

        static ListedView of(SavedView view) {
            boolean mine = view.account().equals(Caller.current().id());
            return new ListedView(view.id(), view.page(), view.name(), view.query(), view.shared(), mine);
        }
    }
}
