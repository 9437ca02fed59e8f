package io.tilth.sandbox.judge;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Welcome;
import io.tilth.sandbox.kf.KfMessage;
import io.tilth.sandbox.seed.Neighbours;
import io.tilth.sandbox.web.Who;
import java.util.List;

/** What the people on the bench do at their phones, and what they hear there. */
final class Deeds {
    private final Bench bench;

    Deeds(Bench bench) {
        this.bench = bench;
    }

    List<String> inbox(String user) {
        return bench.sandbox()
                .features()
                .messages()
                .of(bench.corpId(), user)
                .map(shown -> shown.content().toString())
                .toList();
    }

    List<String> heardFrom(String customer, String user) {
        return bench.sandbox().platform().chats().of(bench.corpId(), ChatMessage.between(user, customer)).stream()
                .map(message ->
                        Json.MAPPER.readTree(message.body()).path("content").asString(""))
                .toList();
    }

    void publishMoment(String user, String moment) {
        bench.sandbox().features().moments().publish(bench.corpId(), user, moment);
    }

    void confirmMassSend(String user, String message) {
        bench.sandbox().features().massSends().confirm(bench.corpId(), user, message);
    }

    void likeMoment(String customer, String user, String moment) {
        bench.sandbox().features().moments().react(bench.corpId(), customer, user, moment, "");
    }

    /** Somebody opens the link and adds the member. */
    String comesThroughLink(String url, String channel) {
        var person = bench.person();
        bench.change(change -> {
            change.put(person);
            return person;
        });
        var link = bench.sandbox().features().acquisitions().at(url).orElseThrow();
        return bench.sandbox()
                .features()
                .acquisitions()
                .add(person, link, channel)
                .customer();
    }

    /** The customer writes for the first time; gives the key to the chat. */
    String saysThroughLink(String customer, String user) {
        bench.change(change -> bench.sandbox()
                .platform()
                .chats()
                .text(change, bench.corpId(), ChatMessage.between(user, customer), customer, "在吗"));
        return bench.sandbox()
                .features()
                .acquisitions()
                .chatKey(bench.corpId(), customer)
                .orElseThrow();
    }

    /** Somebody opens the account and asks. */
    String asksAt(String account, String text) {
        var person = bench.person();
        String customer = bench.change(change -> {
                    change.put(person);
                    return bench.sandbox().platform().friendships().introduce(change, bench.corpId(), person);
                })
                .id();
        bench.sandbox().features().kf().enter(bench.corpId(), account, customer, "poster", "");
        bench.sandbox().features().kf().say(bench.corpId(), account, customer, "text", Json.object("content", text));
        return customer;
    }

    List<String> heardAt(String account, String customer) {
        return bench.sandbox()
                .features()
                .kf()
                .conversation(bench.corpId(), account, customer)
                .filter(message -> message.origin() == KfMessage.OF_API)
                .map(message -> message.content().path("content").asString(""))
                .toList();
    }

    String kfToken(String account) {
        return bench.sandbox().features().kf().token(bench.corpId(), account).orElse("");
    }

    void refusesTransfer(String customer, String to) {
        bench.sandbox().features().transfers().refuse(bench.corpId(), customer, to);
    }

    String welcomeCodeOf(String user) {
        var follow = bench.befriend(bench.person(), user);
        return bench.sandbox()
                .world()
                .find(Welcome.class, follow.key())
                .orElseThrow()
                .code();
    }

    /** What a mini-program gets when the customer opens it. */
    String customerJsCode(String customer) {
        var who = Who.person(bench.personOf(customer).id());
        return bench.sandbox().features().codes().give(Neighbours.MINI_PROGRAM, who, "", false);
    }

    String memberJsCode(String user) {
        return bench.sandbox().features().codes().give(bench.corpId(), Who.member(bench.corpId(), user), "", false);
    }
}
