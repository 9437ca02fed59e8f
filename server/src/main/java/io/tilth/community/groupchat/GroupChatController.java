package io.tilth.community.groupchat;

import io.tilth.community.GroupChatId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/group-chats")
class GroupChatController {

    private final GroupChatService chats;

    GroupChatController(GroupChatService chats) {
        this.chats = chats;
    }

    @Needs("group-chat:read")
    @GetMapping
    Page<ListedGroupChat> search(@Valid @ParameterObject GroupChatFilter filter, @ParameterObject Paging paging) {
        return chats.search(filter.q() == null ? "" : filter.q(), filter.owner(), paging);
    }

    @Needs("group-chat:read")
    @GetMapping("/{id}")
    OpenedGroupChat open(@PathVariable GroupChatId id) {
        return chats.open(id);
    }

    /** @param q part of the name */
    record GroupChatFilter(
            @Nullable @Size(max = 100) String q, @Nullable MemberId owner) {}
}
