package io.tilth.customer.tag;

import io.tilth.kernel.Needs;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tag-groups")
@Needs("customer:read")
class TagController {

    private final TagService tags;

    TagController(TagService tags) {
        this.tags = tags;
    }

    @GetMapping
    List<ListedTagGroup> all() {
        return tags.all();
    }
}
