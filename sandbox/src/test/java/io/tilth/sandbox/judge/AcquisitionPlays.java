package io.tilth.sandbox.judge;

import com.google.gson.JsonObject;

/** The links of customer acquisition. */
final class AcquisitionPlays extends AreaPlays {
    AcquisitionPlays(Bench bench) {
        super(bench);
    }

    @Override
    void play() {
        answer("externalcontact.customer_acquisition.customer.response", () -> {
            var link = link();
            bench().deeds().comesThroughLink(link.get("url").getAsString(), "CHANNEL_A");
            return post(
                    CONTACT + "customer_acquisition/customer",
                    "{'link_id':'" + link.get("link_id").getAsString() + "'}");
        });
        answer(
                "externalcontact.customer_acquisition_quota.response",
                () -> get(CONTACT + "customer_acquisition_quota", ""));
    }

    private JsonObject link() throws Exception {
        return post(
                        CONTACT + "customer_acquisition/create_link",
                        "{'link_name':'n','range':{'user_list':['zhangsan']}}")
                .getAsJsonObject("link");
    }
}
