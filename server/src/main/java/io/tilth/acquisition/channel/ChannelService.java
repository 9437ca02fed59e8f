package io.tilth.acquisition.channel;

import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.Channels;
import io.tilth.customer.Origins;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ChannelService implements Channels {

    private static final int DEEPEST = 5;

    private final ChannelRepository channels;
    private final Origins origins;
    private final Audit audit;

    ChannelService(ChannelRepository channels, Origins origins, Audit audit) {
        this.channels = channels;
        this.origins = origins;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Channel> find(ChannelId id) {
        return channels.find(id).map(ChannelService::shown);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Channel> all() {
        return nodes().stream().map(ChannelService::shown).toList();
    }

    @Override
    public ChannelId open(String name, int order) {
        return open(new Node(ChannelId.next(), Optional.empty(), name, order, 1))
                .id();
    }

    @Override
    public ChannelId below(ChannelId parent, String name) {
        var above = Optional.of(parent);
        return channels.all().stream()
                .filter(one -> one.parent().equals(above) && one.name().equals(name))
                .map(Node::id)
                .findFirst()
                .orElseGet(() ->
                        open(new Node(ChannelId.next(), above, name, 0, 1)).id());
    }

    @Transactional(readOnly = true)
    List<Node> nodes() {
        return channels.all();
    }

    Node open(Node node) {
        checkPlace(node);
        checkName(node);
        channels.insert(node);
        audit.note("channel.opened", subject(node));
        return get(node.id());
    }

    Node change(Node node) {
        var before = get(node.id());
        checkPlace(node);
        checkName(node);
        if (!channels.update(node)) {
            throw Refusal.stale(before);
        }
        origins.rename(new Origins.Origin(node.id().value(), node.name()));
        audit.note("channel.changed", subject(node));
        return get(node.id());
    }

    void close(ChannelId id) {
        var node = get(id);
        if (channels.isUsed(id)) {
            throw Refusal.conflict("channel-in-use");
        }
        channels.delete(id);
        audit.note("channel.closed", subject(node));
    }

    private Node get(ChannelId id) {
        return channels.find(id).orElseThrow(() -> Refusal.notFound("channel-not-found"));
    }

    /** Below a channel that exists, not below itself, and not deeper than anybody can read. */
    private void checkPlace(Node node) {
        int depth = 1;
        var above = node.parent();
        while (above.isPresent()) {
            Refusal.unless(!above.get().equals(node.id()), "channel-below-itself");
            Refusal.unless(++depth <= DEEPEST, "channel-too-deep");
            above = get(above.get()).parent();
        }
    }

    private void checkName(Node node) {
        boolean taken = channels.all().stream()
                .anyMatch(other -> !other.id().equals(node.id())
                        && other.parent().equals(node.parent())
                        && other.name().equals(node.name()));
        if (taken) {
            throw Refusal.conflict("channel-name-taken");
        }
    }

    private static Channel shown(Node node) {
        return new Channel(node.id(), node.parent(), node.name());
    }

    private static Subject subject(Node node) {
        return Subject.of("channel", node.id().value(), node.name());
    }
}
