package io.tilth.sandbox.judge;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.kf.KfSession.State;
import io.tilth.sandbox.seed.Neighbours;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** For each sample something that makes the sandbox answer, or send, the same. */
final class SamplePlays {
    private static final String CONTACT = "/cgi-bin/externalcontact/";

    private static final byte[] VIDEO = "....ftypisom and so on".getBytes();

    private final Map<String, Play> plays = new HashMap<>();
    private final Bench bench;

    SamplePlays(Bench bench) {
        this.bench = bench;
    }

    Map<String, Play> all() {
        directory();
        customers();
        sends();
        transfers();
        kf();
        provider();
        plays.putAll(new SampleEvents(bench).all());
        return plays;
    }

    private void directory() {
        answer(
                "gettoken.response",
                () -> direct(
                        "/cgi-bin/gettoken",
                        "corpid=" + bench.corpId() + "&corpsecret=" + io.tilth.sandbox.seed.EmptyCompany.SECRET));
        answer("department.list.response", () -> get("/cgi-bin/department/list", ""));
        answer(
                "user.get.response",
                () -> read(bench.directorySecret().get(bench.api("/cgi-bin/user/get"), "userid=zhangsan")));
        answer(
                "user.list_id.response",
                () -> read(bench.directorySecret().post(bench.api("/cgi-bin/user/list_id"), "{\"limit\":1}")));
    }

    private void customers() {
        // A cursor comes only with the five hundred and first follower.
        answer(
                "externalcontact.get.response",
                () -> {
                    var wechat = tagged(bench.person());
                    return both(
                            get(CONTACT + "get", "external_userid=" + wechat.customer()),
                            get(
                                    CONTACT + "get",
                                    "external_userid=" + colleague().customer()));
                },
                "next_cursor");
        answer("externalcontact.batch.get_by_user.response", () -> {
            tagged(bench.person());
            colleague();
            return both(
                    post(CONTACT + "batch/get_by_user", "{'userid_list':['zhangsan'],'limit':1}"),
                    post(CONTACT + "batch/get_by_user", "{'userid_list':['zhangsan'],'limit':100}"));
        });
        answer("externalcontact.get_corp_tag_list.response", () -> {
            tagOf();
            return post(CONTACT + "get_corp_tag_list", "{}");
        });
        answer(
                "externalcontact.add_contact_way.request",
                () -> asked(CONTACT + "add_contact_way", """
                {'type':2,'scene':1,'style':1,'remark':'渠道客户','skip_verify':true,'state':'teststate',
                'user':['zhangsan'],'party':[1],'is_temp':false,'expires_in':86400,'chat_expires_in':86400,
                'unionid':'u','conclusions':%s}""".formatted(conclusions())));
        answer("externalcontact.get_contact_way.response", () -> {
            var made = post(CONTACT + "add_contact_way", """
                    {'type':2,'scene':2,'remark':'r','state':'s','user':['zhangsan'],'party':[1],
                    'conclusions':%s}""".formatted(conclusions()));
            var temporary = post(CONTACT + "add_contact_way", """
                    {'type':1,'scene':1,'style':1,'state':'s','user':['zhangsan'],'is_temp':true,'unionid':'u'}""");
            return both(wayOf(made), wayOf(temporary));
        });
        answer(
                "externalcontact.groupchat.add_join_way.request",
                () -> asked(CONTACT + "groupchat/add_join_way", """
                {'scene':2,'remark':'r','auto_create_room':1,'room_base_name':'销售客服群','room_base_id':10,
                'chat_id_list':['%s'],'state':'s','mark_source':true}""".formatted(
                                bench.chatOf("zhangsan", bench.customerOf("zhangsan")))));
        answer(
                "externalcontact.groupchat.get.response",
                () -> post(CONTACT + "groupchat/get", "{'chat_id':'" + groupWithAdmin() + "','need_name':1}"));
        answer("externalcontact.groupchat.statistic.response", () -> {
            bench.chatOf("zhangsan", bench.customerOf("zhangsan"));
            return post(
                    CONTACT + "groupchat/statistic",
                    "{'day_begin_time':" + yesterday() + ",'owner_filter':{'userid_list':['zhangsan']},'limit':1000}");
        });
        answer(
                "externalcontact.get_user_behavior_data.response",
                () -> post(
                        CONTACT + "get_user_behavior_data",
                        "{'userid':['zhangsan'],'start_time':%d,'end_time':%d}".formatted(yesterday(), yesterday())));
    }

    private void sends() {
        answer(
                "message.send.response",
                () -> post("/cgi-bin/message/send", """
                {'touser':'zhangsan|x','toparty':'9999','totag':'7','agentid':%d,'msgtype':'template_card',
                'template_card':{'card_type':'button_interaction','main_title':{'title':'t'},'task_id':'t1',
                'button_list':[{'text':'好','key':'k'}]}}""".formatted(bench.agentId())),
                "unlicenseduser");
        answer(
                "externalcontact.add_msg_template.request",
                () -> asked(CONTACT + "add_msg_template", massSend(bench.customerOf("zhangsan"))));
        answer(
                "externalcontact.get_groupmsg_send_result.response",
                () -> both(
                        results("single", "'external_userid':['" + bench.customerOf("lisi") + "'],'sender':'lisi'"),
                        results(
                                "group",
                                "'sender':'lisi','chat_id_list':['" + bench.chatOf("lisi", bench.customerOf("lisi"))
                                        + "']")));
        answer("externalcontact.add_moment_task.request", this::moment);
        answer("externalcontact.get_moment_task_result.response", () -> {
            var job = post(CONTACT + "add_moment_task", """
                    {'text':{'content':'好'},'visible_range':{'sender_list':{'user_list':['zhangsan','nobody'],
                    'department_list':[9999]},'external_contact_list':{'tag_list':['etNo']}}}""");
            return get(
                    CONTACT + "get_moment_task_result",
                    "jobid=" + job.get("jobid").getAsString());
        });
        answer("externalcontact.customer_acquisition.customer.response", () -> {
            var link = link();
            bench.comesThroughLink(link.get("url").getAsString(), "CHANNEL_A");
            return post(
                    CONTACT + "customer_acquisition/customer",
                    "{'link_id':'" + link.get("link_id").getAsString() + "'}");
        });
        answer(
                "externalcontact.customer_acquisition_quota.response",
                () -> get(CONTACT + "customer_acquisition_quota", ""));
    }

    private void transfers() {
        answer(
                "externalcontact.transfer_customer.response",
                () -> post(
                        CONTACT + "transfer_customer",
                        "{'handover_userid':'zhangsan','takeover_userid':'lisi','external_userid':['%s','wmNo']}"
                                .formatted(bench.customerOf("zhangsan"))));
        answer("externalcontact.transfer_result.response", () -> {
            post(
                    CONTACT + "transfer_customer",
                    "{'handover_userid':'lisi','takeover_userid':'wangwu','external_userid':['%s']}"
                            .formatted(bench.customerOf("lisi")));
            return post(CONTACT + "transfer_result", "{'handover_userid':'lisi','takeover_userid':'wangwu'}");
        });
        answer("externalcontact.get_unassigned_list.response", () -> {
            var leaver = bench.newMember();
            bench.customerOf(leaver);
            bench.leaves(leaver);
            return post(CONTACT + "get_unassigned_list", "{'page_size':1000}");
        });
        answer(
                "externalcontact.groupchat.onjob_transfer.response",
                () -> post(CONTACT + "groupchat/onjob_transfer", "{'chat_id_list':['wrNo'],'new_owner':'lisi'}"));
    }

    private void kf() {
        answer("kf.sync_msg.response", () -> {
            String account = account();
            var customer = bench.asksAt(account, "在吗");
            var kf = bench.sandbox().features().kf();
            kf.turn(bench.corpId(), account, customer, State.HUMAN, "zhangsan");
            kf.answer(bench.corpId(), account, customer, "在的");
            return messages(account);
        });
        answer("kf.sync_msg.event.enter_session", () -> {
            String account = account();
            var customer = bench.customerOf("zhangsan");
            var channels = Json.object("nickname", "禾木里", "scene", 1);
            bench.sandbox().features().kf().enter(bench.corpId(), account, customer, "123", "abc", channels);
            return messages(account).getAsJsonArray("msg_list").get(0);
        });
        answer("kf.sync_msg.event.msg_send_fail", () -> {
            String account = account();
            var customer = bench.asksAt(account, "在吗");
            bench.sandbox().features().kf().fail(bench.corpId(), account, customer, "lost", 10);
            var list = messages(account).getAsJsonArray("msg_list");
            return list.get(list.size() - 1);
        });
    }

    private void provider() {
        answer(
                "service.get_suite_token.request",
                () -> asked(
                        "/cgi-bin/service/get_suite_token",
                        "{'suite_id':'%s','suite_secret':'%s','suite_ticket':'%s'}"
                                .formatted(Neighbours.TEMPLATE, Neighbours.TEMPLATE_SECRET, bench.suiteTicket())));
        // There are no dealers, no shared apps and no sign-up through the provider here.
        answer(
                "service.get_permanent_code.response",
                () -> {
                    var tp = bench.clients().provider();
                    tp.setSuiteTicket(bench.suiteTicket());
                    tp.expireSuiteAccessToken();
                    return read(tp.post(
                            bench.api("/cgi-bin/service/get_permanent_code"),
                            "{\"auth_code\":\"" + bench.installs() + "\"}"));
                },
                "auth_info.agent[].shared_from.corpid",
                "dealer_corp_info.corp_name",
                "dealer_corp_info.corpid",
                "register_code_info.register_code",
                "register_code_info.state",
                "register_code_info.template_id");
    }

    // How

    private void answer(String name, Callable<JsonElement> play, String... without) {
        plays.put(name, new Play(() -> Fields.ofAll(play.call()), Set.of(without)));
    }

    /** The fields of a question that was not refused. */
    private JsonElement asked(String path, String question) throws Exception {
        post(path, question);
        return read(question.replace('\'', '"'));
    }

    // With what

    private Follow tagged(Person person) {
        var follow = bench.befriend(person, "zhangsan", "state");
        String tag = tagOf();
        return bench.change(change -> {
            var full = follow.tagged(List.of(tag))
                    .personallyTagged(List.of("爱吃辣"))
                    .remarked("李部长", "对接采购事务", "腾讯科技", List.of("13800000001"));
            change.put(full);
            return full;
        });
    }

    private String groupWithAdmin() {
        return bench.change(change -> {
            var chat = change.find(GroupChat.class, GroupChat.key(bench.corpId(), plainGroup()))
                    .orElseThrow();
            var full = new GroupChat(
                    chat.corp(),
                    chat.id(),
                    chat.name(),
                    chat.owner(),
                    chat.at(),
                    "文明沟通",
                    List.of("lisi"),
                    chat.seats(),
                    chat.status(),
                    chat.version(),
                    false);
            change.put(full);
            return full.id();
        });
    }

    private String plainGroup() {
        return bench.chatOf("zhangsan", bench.customerOf("zhangsan"));
    }

    /** A customer who uses another company's WeCom. */
    private Follow colleague() {
        var person = bench.person();
        return bench.befriend(new Person(person.id(), person.name(), 1, "腾讯", "Manager"), "zhangsan");
    }

    private String tagOf() {
        var group = bench.sandbox().actors().admins().openTags(bench.corpId(), "组" + System.nanoTime(), List.of("高"));
        return bench.sandbox()
                .world()
                .table(io.tilth.sandbox.tag.Tag.class)
                .under(bench.corpId() + "/")
                .filter(tag -> tag.group().equals(group.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String conclusions() throws Exception {
        return """
                {'text':{'content':'c'},'image':{'media_id':'%1$s'},
                'link':{'title':'t','picurl':'https://e.com/p','desc':'d','url':'https://e.com'},
                'miniprogram':{'title':'t','pic_media_id':'%1$s','appid':'wx8','page':'/p'}}""".formatted(media(0));
    }

    private String media(int use) throws Exception {
        var in = new ByteArrayInputStream(Pictures.png());
        if (use == 0) {
            return bench.cp().getMediaService().upload("image", in, "a.png").getMediaId();
        }
        return bench.cp()
                .getExternalContactService()
                .uploadAttachment("image", "png", use, in)
                .getMediaId();
    }

    private String file(String kind, byte[] bytes) throws Exception {
        return bench.cp()
                .getMediaService()
                .upload(kind, new ByteArrayInputStream(bytes), "a." + kind)
                .getMediaId();
    }

    private JsonObject wayOf(JsonObject made) throws Exception {
        return post(
                CONTACT + "get_contact_way",
                "{'config_id':'" + made.get("config_id").getAsString() + "'}");
    }

    private String massSend(String customer) throws Exception {
        String picture = media(0);
        return """
                {'chat_type':'single','external_userid':['%s'],'sender':'zhangsan','text':{'content':'c'},
                'attachments':[{'msgtype':'image','image':{'media_id':'%s','pic_url':'https://e.com/p'}},
                {'msgtype':'link','link':{'title':'t','picurl':'https://e.com/p','desc':'d','url':'https://e.com'}},
                {'msgtype':'miniprogram','miniprogram':{'title':'t','pic_media_id':'%s','appid':'wx8','page':'/p'}},
                {'msgtype':'video','video':{'media_id':'%s'}},{'msgtype':'file','file':{'media_id':'%s'}}]}""".formatted(customer, picture, picture, file("video", VIDEO), file("file", VIDEO));
    }

    private JsonObject results(String type, String receivers) throws Exception {
        var message = post(
                CONTACT + "add_msg_template", "{'chat_type':'" + type + "','text':{'content':'c'}," + receivers + "}");
        String id = message.get("msgid").getAsString();
        bench.confirmMassSend("lisi", id);
        return post(CONTACT + "get_groupmsg_send_result", "{'msgid':'" + id + "','userid':'lisi'}");
    }

    /** The sample shows three kinds of attachments in one; the platform takes but one kind at a time. */
    private JsonElement moment() throws Exception {
        String range = "'visible_range':{'sender_list':{'user_list':['zhangsan'],'department_list':[1]},"
                + "'external_contact_list':{'tag_list':['" + tagOf() + "']}}";
        String image = "{'msgtype':'image','image':{'media_id':'" + media(1) + "'}}";
        String link = "{'msgtype':'link','link':{'title':'t','url':'https://e.com','media_id':'" + media(1) + "'}}";
        String video = "{'msgtype':'video','video':{'media_id':'" + file("video", VIDEO) + "'}}";
        var asked = new com.google.gson.JsonArray();
        for (String attachment : List.of(image, link, video)) {
            asked.add(asked(
                    CONTACT + "add_moment_task",
                    "{'text':{'content':'c'},'attachments':[" + attachment + "]," + range + "}"));
        }
        return asked;
    }

    private JsonObject link() throws Exception {
        return post(
                        CONTACT + "customer_acquisition/create_link",
                        "{'link_name':'n','range':{'user_list':['zhangsan']}}")
                .getAsJsonObject("link");
    }

    private String account() throws Exception {
        return post("/cgi-bin/kf/account/add", "{'name':'售后'}").get("open_kfid").getAsString();
    }

    private JsonObject messages(String account) throws Exception {
        return post("/cgi-bin/kf/sync_msg", "{'open_kfid':'" + account + "','token':'" + bench.kfToken(account) + "'}");
    }

    private long yesterday() {
        return bench.now().minus(Duration.ofDays(1)).getEpochSecond();
    }

    private static JsonElement both(JsonElement one, JsonElement other) {
        var array = new com.google.gson.JsonArray();
        array.add(one);
        array.add(other);
        return array;
    }

    private JsonObject post(String path, String json) throws Exception {
        return read(bench.cp().post(bench.api(path), json.replace('\'', '"')));
    }

    private JsonObject get(String path, String query) throws Exception {
        return read(bench.cp().get(bench.api(path), query));
    }

    private JsonObject direct(String path, String query) throws Exception {
        return read(new String(bench.browser().fetch(bench.url() + path + "?" + query)));
    }

    static JsonObject read(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    /**
     * Something to play.
     *
     * @param without the fields of the sample that it cannot bring about
     */
    record Play(Callable<Map<String, String>> play, Set<String> without) {

        Map<String, String> fields() throws Exception {
            return play.call();
        }
    }
}
