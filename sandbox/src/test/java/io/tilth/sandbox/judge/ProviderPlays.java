package io.tilth.sandbox.judge;

import io.tilth.sandbox.seed.Neighbours;

/** What the platform answers to the provider of an app. */
final class ProviderPlays extends AreaPlays {
    ProviderPlays(Bench bench) {
        super(bench);
    }

    @Override
    void play() {
        answer(
                "service.get_suite_token.request",
                () -> asked(
                        "/cgi-bin/service/get_suite_token",
                        "{'suite_id':'%s','suite_secret':'%s','suite_ticket':'%s'}"
                                .formatted(Neighbours.TEMPLATE, Neighbours.TEMPLATE_SECRET, bench().suiteTicket())));
        // There are no dealers, no shared apps and no sign-up through the provider here.
        answer(
                "service.get_permanent_code.response",
                () -> {
                    var tp = bench().clients().provider();
                    tp.setSuiteTicket(bench().suiteTicket());
                    tp.expireSuiteAccessToken();
                    return read(tp.post(
                            bench().api("/cgi-bin/service/get_permanent_code"),
                            "{\"auth_code\":\"" + bench().installs() + "\"}"));
                },
                "auth_info.agent[].shared_from.corpid",
                "dealer_corp_info.corp_name",
                "dealer_corp_info.corpid",
                "register_code_info.register_code",
                "register_code_info.state",
                "register_code_info.template_id");
    }
}
