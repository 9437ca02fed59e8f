package io.tilth.sandbox.judge;

/** Customers and groups that pass from one member to another. */
final class TransferPlays extends AreaPlays {
    TransferPlays(Bench bench) {
        super(bench);
    }

    @Override
    void play() {
        answer(
                "externalcontact.transfer_customer.response",
                () -> post(
                        CONTACT + "transfer_customer",
                        "{'handover_userid':'zhangsan','takeover_userid':'lisi','external_userid':['%s','wmNo']}"
                                .formatted(bench().customerOf("zhangsan"))));
        answer("externalcontact.transfer_result.response", () -> {
            post(
                    CONTACT + "transfer_customer",
                    "{'handover_userid':'lisi','takeover_userid':'wangwu','external_userid':['%s']}"
                            .formatted(bench().customerOf("lisi")));
            return post(CONTACT + "transfer_result", "{'handover_userid':'lisi','takeover_userid':'wangwu'}");
        });
        answer("externalcontact.get_unassigned_list.response", () -> {
            var leaver = bench().newMember();
            bench().customerOf(leaver);
            bench().leaves(leaver);
            return post(CONTACT + "get_unassigned_list", "{'page_size':1000}");
        });
        answer(
                "externalcontact.groupchat.onjob_transfer.response",
                () -> post(CONTACT + "groupchat/onjob_transfer", "{'chat_id_list':['wrNo'],'new_owner':'lisi'}"));
    }
}
