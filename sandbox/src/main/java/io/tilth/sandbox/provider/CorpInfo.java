package io.tilth.sandbox.provider;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Member;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A company and its installed app, as the provider is told of them. */
final class CorpInfo {
    private static final int SEATS = 200;

    private final Platform platform;

    CorpInfo(Platform platform) {
        this.platform = platform;
    }

    static String openId(String provider, String corp) {
        return "wp" + new Cipher(provider).customer("ww" + corp.substring(2), 1).substring(2);
    }

    ObjectNode of(App app) {
        var corp = platform.world().find(Corp.class, app.corp()).orElseThrow();
        return Json.object("auth_corp_info", company(corp), "auth_info", Json.object("agent", List.of(agent(app))));
    }

    private ObjectNode company(Corp corp) {
        long members =
                platform.world().table(Member.class).under(corp.id() + "/").count();
        return Json.object(
                "corpid",
                corp.id(),
                "corp_name",
                corp.name(),
                "corp_type",
                "verified",
                "corp_square_logo_url",
                platform.url() + "/avatar/corp/" + corp.id(),
                "corp_user_max",
                SEATS,
                "corp_agent_max",
                0,
                "corp_full_name",
                corp.fullName(),
                "verified_end_time",
                platform.clock().instant().plus(Duration.ofDays(365)),
                "subject_type",
                1,
                "corp_wxqrcode",
                platform.url() + "/wwopen/corpQRCode?corp=" + corp.id(),
                "corp_scale",
                members <= 50 ? "1-50人" : "51-100人",
                "corp_industry",
                "IT服务",
                "corp_sub_industry",
                "计算机软件/硬件/信息服务");
    }

    private ObjectNode agent(App app) {
        var disguise = Disguise.of(platform.world(), app);
        return Json.object(
                "agentid",
                app.agent(),
                "name",
                app.name(),
                "round_logo_url",
                platform.url() + "/avatar/app/" + app.key(),
                "square_logo_url",
                platform.url() + "/avatar/app/" + app.key(),
                "appid",
                1,
                "auth_mode",
                0,
                "is_customized_app",
                app.kind() == App.Kind.PROVIDER_DEVELOPED,
                "privilege",
                Json.object(
                        "level", 1,
                        "allow_party", app.scope().departments(),
                        "allow_user", app.scope().users().stream().map(disguise::user),
                        "allow_tag", List.of(),
                        "extra_party", List.of(),
                        "extra_user", List.of(),
                        "extra_tag", List.of()));
    }
}
