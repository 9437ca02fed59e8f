package io.tilth.sandbox.masssend;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.masssend.Target.Result;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Index;
import java.time.Instant;
import java.util.Collection;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What waits on the members' phones, and what happens when they send it. */
public final class MassSends {
    private final Platform platform;
    private final Index<Task> tasks;
    private final Index<Target> received;

    public MassSends(Platform platform) {
        this.platform = platform;
        this.tasks = platform.world().table(Task.class).index(Task::owner);
        this.received = platform.world()
                .table(Target.class)
                .index(target -> target.result() == Result.SENT ? target.corp() + "/" + target.id() : "");
    }

    /** What the member is asked to send and has not sent yet. */
    public Stream<MassSend> waiting(String corp, String user) {
        return tasks.of(io.tilth.sandbox.corp.Member.key(corp, user))
                .filter(task -> !task.isSent())
                .flatMap(task -> find(corp, task.message()).stream())
                .filter(message -> !message.cancelled());
    }

    /** To whom the member is asked to send it. */
    public Stream<Target> targets(String corp, String user, String message) {
        return platform.world().table(Target.class).under(Target.prefix(corp, message, user));
    }

    /** The member sends it to all. */
    public void confirm(String corp, String user, String message) {
        confirm(corp, user, message, Set.of());
    }

    /** The member sends it to these; to all where none is named. A cancelled one stays unsent. */
    public void confirm(String corp, String user, String message, Collection<String> chosen) {
        platform.world().change(change -> {
            var task = change.find(Task.class, Task.prefix(corp, message) + user.toLowerCase(java.util.Locale.ROOT))
                    .orElseThrow(() -> new NoSuchElementException("This member is not asked to send that"));
            var asked = find(corp, message).orElseThrow();
            if (!task.isSent() && !asked.cancelled()) {
                var now = platform.clock().instant();
                change.put(task.send(now));
                targets(corp, user, message)
                        .filter(target -> chosen.isEmpty() || chosen.contains(target.id()))
                        .toList()
                        .forEach(target -> send(change, asked, target, now));
            }
            return task;
        });
    }

    Optional<MassSend> find(String corp, String id) {
        return platform.world().find(MassSend.class, corp + "/" + id);
    }

    private void send(Change change, MassSend message, Target target, Instant now) {
        var result = result(message, target, now);
        change.put(target.with(result, result == Result.SENT ? now : Instant.EPOCH));
        if (result == Result.SENT) {
            String chat = message.groups() ? target.id() : ChatMessage.between(target.user(), target.id());
            platform.chats().deliver(change, message.corp(), chat, target.user(), message.content());
        }
    }

    private Result result(MassSend message, Target target, Instant now) {
        boolean there = message.groups()
                ? platform.world()
                        .find(GroupChat.class, GroupChat.key(target.corp(), target.id()))
                        .filter(chat -> !chat.dismissed())
                        .isPresent()
                : platform.world()
                        .find(Follow.class, Follow.key(target.corp(), target.user(), target.id()))
                        .filter(follow -> follow.bond() == Bond.FULL)
                        .isPresent();
        if (!there) {
            return Result.NO_FRIEND;
        }
        return isSpent(target, now) ? Result.SPENT : Result.SENT;
    }

    private boolean isSpent(Target target, Instant now) {
        var rule = platform.world()
                .find(Corp.class, target.corp())
                .map(corp -> Rule.valueOf(corp.massSendRule()))
                .orElse(Rule.MONTH_DAYS);
        var zone = platform.clock().getZone();
        var start = rule.start(now, zone);
        return received.of(target.corp() + "/" + target.id())
                        .filter(sent -> !sent.at().isBefore(start))
                        .count()
                >= rule.most(now, zone);
    }
}
