package io.tilth.sandbox.statistic;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Goodbye;
import io.tilth.sandbox.corp.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code get_user_behavior_data}: how much members chatted and whom they won and lost, day by day. */
public final class BehaviourApi implements Area {
    private static final int MOST = 100;

    private final Platform platform;

    public BehaviourApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/externalcontact/get_user_behavior_data", this::data);
    }

    private Answer data(Call call) {
        var today = Days.day(platform.clock().seconds());
        var days = Days.of(call, "start_time", "end_time", today);
        var members = members(call);
        var counts = members.stream().map(member -> new Counts(member, days)).toList();
        return Answer.of("behavior_data", days.each().map(day -> sum(day, counts)));
    }

    private List<Member> members(Call call) {
        var users = call.texts("userid");
        var parties = call.integers("partyid");
        Code.MISSING_USER.unless(!users.isEmpty() || !parties.isEmpty());
        Code.TOO_MANY.unless(users.size() <= MOST && parties.size() <= MOST);
        var named = users.stream().map(user -> platform.contacts().member(call.app(), user));
        var ofParties = parties.stream()
                .flatMap(party -> platform.visibility().below(call.corp().id(), party).stream())
                .distinct()
                .flatMap(party -> platform.visibility()
                        .members(call.app())
                        .filter(member -> member.departments().contains(party)));
        return Stream.concat(named, ofParties).distinct().toList();
    }

    private static ObjectNode sum(LocalDate day, List<Counts> counts) {
        long chats = counts.stream().mapToLong(one -> one.chats(day)).sum();
        long answered = counts.stream().mapToLong(one -> one.answered(day)).sum();
        return Json.object(
                "stat_time", Days.start(day),
                "chat_cnt", chats,
                "message_cnt", counts.stream().mapToLong(one -> one.sent(day)).sum(),
                "reply_percentage", chats == 0 ? 0.0 : Math.round(answered * 10_000.0 / chats) / 100.0,
                "avg_reply_time", answered == 0 ? 0 : 1,
                "negative_feedback_cnt",
                        counts.stream().mapToLong(one -> one.lost(day)).sum(),
                "new_apply_cnt",
                        counts.stream().mapToLong(one -> one.asked(day)).sum(),
                "new_contact_cnt",
                        counts.stream().mapToLong(one -> one.won(day)).sum());
    }

    /** What one member did in these days. */
    private final class Counts {
        private final Member member;
        private final List<Follow> follows;
        private final List<Goodbye> goodbyes;
        private final List<ChatMessage> messages;

        Counts(Member member, Days days) {
            this.member = member;
            String folder = member.key() + "/";
            var world = platform.world();
            follows = world.table(Follow.class)
                    .under(folder)
                    .filter(follow -> days.have(follow.at()))
                    .toList();
            goodbyes = world.table(Goodbye.class)
                    .under(folder)
                    .filter(bye -> days.have(bye.at()))
                    .toList();
            messages = world.table(ChatMessage.class)
                    .under(folder)
                    .filter(one -> days.have(one.at()))
                    .toList();
        }

        long won(LocalDate day) {
            return follows.stream().filter(follow -> is(day, follow.at())).count();
        }

        long asked(LocalDate day) {
            return follows.stream()
                    .filter(follow -> is(day, follow.at()) && follow.operator().equals(member.id()))
                    .count();
        }

        long lost(LocalDate day) {
            return goodbyes.stream().filter(bye -> is(day, bye.at())).count();
        }

        long sent(LocalDate day) {
            return on(day).filter(this::isOwn).count();
        }

        long chats(LocalDate day) {
            return on(day).map(ChatMessage::chat).distinct().count();
        }

        long answered(LocalDate day) {
            return on(day).filter(this::isOwn).map(ChatMessage::chat).distinct().count();
        }

        private Stream<ChatMessage> on(LocalDate day) {
            return messages.stream().filter(message -> is(day, message.at()));
        }

        private boolean isOwn(ChatMessage message) {
            return message.from().equals(member.id());
        }

        private static boolean is(LocalDate day, java.time.Instant moment) {
            return Days.day(moment.getEpochSecond()).equals(day);
        }
    }
}
