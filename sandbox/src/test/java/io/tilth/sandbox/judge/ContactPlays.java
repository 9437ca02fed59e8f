package io.tilth.sandbox.judge;

import com.google.gson.JsonObject;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.groupchat.GroupChat;
import java.time.Duration;
import java.util.List;

/** The customers, the ways on which they come, and their groups. */
final class ContactPlays extends AreaPlays {
    ContactPlays(Bench bench) {
        super(bench);
    }

    @Override
    void play() {
        customers();
        ways();
        groups();
    }

    private void customers() {
        // A cursor comes only with the five hundred and first follower.
        answer(
                "externalcontact.get.response",
                () -> {
                    var wechat = tagged(bench().person());
                    return both(
                            get(CONTACT + "get", "external_userid=" + wechat.customer()),
                            get(
                                    CONTACT + "get",
                                    "external_userid=" + colleague().customer()));
                },
                "next_cursor");
        answer("externalcontact.batch.get_by_user.response", () -> {
            tagged(bench().person());
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
                "externalcontact.get_user_behavior_data.response",
                () -> post(
                        CONTACT + "get_user_behavior_data",
                        "{'userid':['zhangsan'],'start_time':%d,'end_time':%d}".formatted(yesterday(), yesterday())));
    }

    private void ways() {
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
    }

    private void groups() {
        answer(
                "externalcontact.groupchat.add_join_way.request",
                () -> asked(CONTACT + "groupchat/add_join_way", """
                {'scene':2,'remark':'r','auto_create_room':1,'room_base_name':'销售客服群','room_base_id':10,
                'chat_id_list':['%s'],'state':'s','mark_source':true}""".formatted(
                                bench().chatOf("zhangsan", bench().customerOf("zhangsan")))));
        answer(
                "externalcontact.groupchat.get.response",
                () -> post(CONTACT + "groupchat/get", "{'chat_id':'" + groupWithAdmin() + "','need_name':1}"));
        answer("externalcontact.groupchat.statistic.response", () -> {
            bench().chatOf("zhangsan", bench().customerOf("zhangsan"));
            return post(
                    CONTACT + "groupchat/statistic",
                    "{'day_begin_time':" + yesterday() + ",'owner_filter':{'userid_list':['zhangsan']},'limit':1000}");
        });
    }

    // With what

    private Follow tagged(Person person) {
        var follow = bench().befriend(person, "zhangsan", "state");
        String tag = tagOf();
        return bench().change(change -> {
            var full = follow.tagged(List.of(tag))
                    .personallyTagged(List.of("爱吃辣"))
                    .remarked("李部长", "对接采购事务", "腾讯科技", List.of("13800000001"));
            change.put(full);
            return full;
        });
    }

    /** A customer who uses another company's WeCom. */
    private Follow colleague() {
        var person = bench().person();
        return bench().befriend(new Person(person.id(), person.name(), 1, "腾讯", "Manager"), "zhangsan");
    }

    private String conclusions() throws Exception {
        return """
                {'text':{'content':'c'},'image':{'media_id':'%1$s'},
                'link':{'title':'t','picurl':'https://e.com/p','desc':'d','url':'https://e.com'},
                'miniprogram':{'title':'t','pic_media_id':'%1$s','appid':'wx8','page':'/p'}}""".formatted(media(0));
    }

    private JsonObject wayOf(JsonObject made) throws Exception {
        return post(
                CONTACT + "get_contact_way",
                "{'config_id':'" + made.get("config_id").getAsString() + "'}");
    }

    private String groupWithAdmin() {
        return bench().change(change -> {
            var chat = change.find(GroupChat.class, GroupChat.key(bench().corpId(), plainGroup()))
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
        return bench().chatOf("zhangsan", bench().customerOf("zhangsan"));
    }

    private long yesterday() {
        return bench().now().minus(Duration.ofDays(1)).getEpochSecond();
    }
}
