package io.tilth.demo;

import io.tilth.kernel.TilthSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in plain words where to go and with which accounts. */
@Component
@Profile("demo")
class DemoWelcome {

    private final TilthSettings settings;
    private final DemoWecom wecom;

    DemoWelcome(TilthSettings settings, DemoWecom wecom) {
        this.settings = settings;
        this.wecom = wecom;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        var people = new StringBuilder();
        for (var one : DemoPeople.everybody()) {
            people.append("    %-10s %s（%s）%n".formatted(one.login(), one.name(), one.what()));
        }
        System.out.printf("""

                Tilth 耕客 已就绪。用浏览器打开 · Tilth is ready. Open in a browser:

                    %s

                用下列任一账号登录，密码都是 %s · Sign in as anyone below; the password is the same for all:

                %s
                %s按 Ctrl-C 停止，数据会保留 · Ctrl-C stops; the data stays.

                """, settings.publicUrl(), DemoPeople.PASSWORD, people, phones());
    }

    private String phones() {
        if (!wecom.isPlayed()) {
            return "";
        }
        return """
                在两部手机上扮演客户和员工（微信与企业微信）· Play customer and member on two phones:

                    %s

                """.formatted(wecom.phones());
    }
}
