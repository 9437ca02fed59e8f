package io.tilth.sandbox.judge;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** What the company sends to its members and customers: messages, mass sends and moments. */
final class SendPlays extends AreaPlays {
    private static final byte[] VIDEO = "....ftypisom and so on".getBytes();

    SendPlays(Bench bench) {
        super(bench);
    }

    @Override
    void play() {
        messages();
        moments();
    }

    private void messages() {
        answer(
                "message.send.response",
                () -> post("/cgi-bin/message/send", """
                {'touser':'zhangsan|x','toparty':'9999','totag':'7','agentid':%d,'msgtype':'template_card',
                'template_card':{'card_type':'button_interaction','main_title':{'title':'t'},'task_id':'t1',
                'button_list':[{'text':'好','key':'k'}]}}""".formatted(bench().agentId())),
                "unlicenseduser");
        answer(
                "externalcontact.add_msg_template.request",
                () -> asked(CONTACT + "add_msg_template", massSend(bench().customerOf("zhangsan"))));
        answer(
                "externalcontact.get_groupmsg_send_result.response",
                () -> both(
                        results("single", "'external_userid':['" + bench().customerOf("lisi") + "'],'sender':'lisi'"),
                        results(
                                "group",
                                "'sender':'lisi','chat_id_list':['" + bench().chatOf("lisi", bench().customerOf("lisi"))
                                        + "']")));
    }

    private void moments() {
        answer("externalcontact.add_moment_task.request", this::moment);
        answer("externalcontact.get_moment_task_result.response", () -> {
            var job = post(CONTACT + "add_moment_task", """
                    {'text':{'content':'好'},'visible_range':{'sender_list':{'user_list':['zhangsan','nobody'],
                    'department_list':[9999]},'external_contact_list':{'tag_list':['etNo']}}}""");
            return get(
                    CONTACT + "get_moment_task_result",
                    "jobid=" + job.get("jobid").getAsString());
        });
    }

    // With what

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
        bench().deeds().confirmMassSend("lisi", id);
        return post(CONTACT + "get_groupmsg_send_result", "{'msgid':'" + id + "','userid':'lisi'}");
    }

    /** The sample shows three kinds of attachments in one; the platform takes but one kind at a time. */
    private JsonElement moment() throws Exception {
        String range = "'visible_range':{'sender_list':{'user_list':['zhangsan'],'department_list':[1]},"
                + "'external_contact_list':{'tag_list':['" + tagOf() + "']}}";
        String image = "{'msgtype':'image','image':{'media_id':'" + media(1) + "'}}";
        String link = "{'msgtype':'link','link':{'title':'t','url':'https://e.com','media_id':'" + media(1) + "'}}";
        String video = "{'msgtype':'video','video':{'media_id':'" + file("video", VIDEO) + "'}}";
        var asked = new JsonArray();
        for (String attachment : List.of(image, link, video)) {
            asked.add(asked(
                    CONTACT + "add_moment_task",
                    "{'text':{'content':'c'},'attachments':[" + attachment + "]," + range + "}"));
        }
        return asked;
    }
}
