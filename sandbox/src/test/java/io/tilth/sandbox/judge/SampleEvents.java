package io.tilth.sandbox.judge;

import io.tilth.sandbox.corp.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** For each sample of an event something that makes the sandbox send the same. */
final class SampleEvents {
    private final Map<String, Play> plays = new HashMap<>();
    private final Bench bench;

    SampleEvents(Bench bench) {
        this.bench = bench;
    }

    Map<String, Play> all() {
        ofTheCompany();
        ofTheSuite();
        return plays;
    }

    private void ofTheCompany() {
        heard("self-built.add_external_contact", "add_external_contact", () -> bench.customerOf("zhangsan"));
        heard("self-built.del_external_contact", "del_external_contact", () -> {
            var follow = bench.befriend(bench.person(), "zhangsan");
            bench.sandbox().actors().members().delete(bench.corpId(), "zhangsan", follow.customer());
            return follow;
        });
        heard(
                "self-built.change_contact.create_user",
                "create_user",
                () -> bench.sandbox().actors().admins().take(Member.of(bench.corpId(), "neu", "新人", "顾问", 1)),
                // A new app does not get them, and the sandbox keeps no private fields but number and address.
                "Mobile",
                "Gender",
                "Email",
                "BizMail",
                "Avatar",
                "Telephone",
                "Address",
                "DirectLeader",
                "Alias",
                "ExtAttr/Item/Name",
                "ExtAttr/Item/Type",
                "ExtAttr/Item/Text/Value",
                "ExtAttr/Item/Web/Title",
                "ExtAttr/Item/Web/Url");
        heard("self-built.change_external_chat.update", "change_name", this::renameAGroup);
        heard("self-built.kf_msg_or_event", "kf_msg_or_event", () -> {
            var account = AreaPlays.read(bench.cp().post(bench.api("/cgi-bin/kf/account/add"), "{\"name\":\"售后\"}"));
            return bench.deeds().asksAt(account.get("open_kfid").getAsString(), "在吗");
        });
        heard("TemplateCardEvent", "template_card_event", this::pressAButton);
    }

    private void ofTheSuite() {
        told("SuiteTicket", "suite_ticket", bench::suiteTicket);
        told("CreateAuth", "create_auth", bench::installs);
        toldOfTheCompany(
                "ChangeExternalContactAddHalfExternalContact",
                "add_half_external_contact",
                () -> bench.sandbox()
                        .actors()
                        .customers()
                        .addHalf(
                                bench.sandbox().actors().customers().appear(bench.person()),
                                bench.corpId(),
                                "zhangsan",
                                "s"));
        toldOfTheCompany("ChangeExternalContactTransferFail", "transfer_fail", () -> {
            var customer = bench.customerOf("zhangsan");
            bench.cp()
                    .post(
                            bench.api("/cgi-bin/externalcontact/transfer_customer"),
                            "{\"handover_userid\":\"zhangsan\",\"takeover_userid\":\"lisi\",\"external_userid\":[\""
                                    + customer + "\"]}");
            bench.deeds().refusesTransfer(customer, "lisi");
            return customer;
        });
        toldOfTheCompany(
                "ChangeExternalTagCreate",
                "change_external_tag",
                () -> bench.sandbox()
                        .actors()
                        .admins()
                        .openTags(bench.corpId(), "组" + System.nanoTime(), List.of("高")));
        toldOfTheCompany("ChangeExternalChatUpdate", "add_member", () -> {
            var chat = bench.chatOf("zhangsan", bench.customerOf("zhangsan"));
            var guest = bench.personOf(bench.customerOf("zhangsan"));
            return bench.sandbox().actors().groups().invite(bench.corpId(), chat, "zhangsan", guest);
        });
    }

    private Object renameAGroup() {
        var chat = bench.chatOf("zhangsan", bench.customerOf("zhangsan"));
        return bench.sandbox().actors().groups().rename(bench.corpId(), chat, "新名字");
    }

    private Object pressAButton() throws Exception {
        var sent = AreaPlays.read(bench.cp().post(bench.api("/cgi-bin/message/send"), """
                {"touser":"zhangsan","agentid":%d,"msgtype":"template_card","template_card":{
                "card_type":"vote_interaction","main_title":{"title":"t"},"task_id":"t1",
                "checkbox":{"question_key":"q","option_list":[{"id":"a","text":"好"}]},
                "submit_button":{"text":"交","key":"k"}}}""".formatted(bench.agentId())));
        bench.sandbox()
                .features()
                .messages()
                .press(bench.corpId(), "zhangsan", sent.get("msgid").getAsString(), "k", Map.of("q", List.of("a")));
        return sent;
    }

    private void heard(String name, String word, Callable<?> deed, String... without) {
        plays.put(name, new Play(() -> heard(bench.ear().heard(), word, deed), Set.of(without)));
    }

    private void told(String name, String word, Callable<?> deed) {
        plays.put(name, new Play(() -> heard(bench.orders().heard(), word, deed), Set.of()));
    }

    /** What a suite hears of a company that has installed it. */
    private void toldOfTheCompany(String name, String word, Callable<?> deed) {
        plays.put(name, new Play(() -> heard(bench.suite().heard(), word, deed), Set.of()));
    }

    private static Map<String, String> heard(List<String> heard, String word, Callable<?> deed) throws Exception {
        int before = heard.size();
        deed.call();
        Predicate<String> wanted = xml -> xml.contains(word);
        Awaitility.await().until(() -> heard.stream().skip(before).anyMatch(wanted));
        return Fields.ofXml(heard.stream().skip(before).filter(wanted).toArray(String[]::new));
    }
}
