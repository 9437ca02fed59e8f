package io.tilth.acquisition.channel;

import io.tilth.acquisition.ChannelId;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/v1/channels")
class ChannelController {

    private final ChannelService channels;

    ChannelController(ChannelService channels) {
        this.channels = channels;
    }

    @Needs("channel-code:read")
    @GetMapping
    List<ListedChannel> all() {
        return channels.nodes().stream().map(ListedChannel::of).toList();
    }

    @Needs("channel-code:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListedChannel open(@Valid @RequestBody NewChannel request) {
        var node =
                new Node(ChannelId.next(), Optional.ofNullable(request.parentId()), request.name(), request.order(), 1);
        return ListedChannel.of(channels.open(node));
    }

    @Needs("channel-code:write")
    @PutMapping("/{id}")
    ListedChannel change(@PathVariable ChannelId id, @Valid @RequestBody ChangedChannel request) {
        var node = new Node(
                id, Optional.ofNullable(request.parentId()), request.name(), request.order(), request.version());
        return ListedChannel.of(channels.change(node));
    }

    @Needs("channel-code:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable ChannelId id) {
        channels.close(id);
    }

    /** The tree is flat here: each names the one above. */
    record ListedChannel(ChannelId id, @Nullable ChannelId parentId, String name, int order, int version) {

        static ListedChannel of(Node node) {
            return new ListedChannel(node.id(), node.parent().orElse(null), node.name(), node.order(), node.version());
        }
    }

    /** @param order among its sisters */
    record NewChannel(
            @NotBlank @Size(max = 30) String name,
            @Nullable ChannelId parentId,
            @NotNull Integer order) {}

    record ChangedChannel(
            @NotBlank @Size(max = 30) String name,
            @Nullable ChannelId parentId,
            @NotNull Integer order,
            @NotNull Integer version) {}
}
