package io.tilth.sandbox;

import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.TokenApi;
import io.tilth.sandbox.contact.CustomerApi;
import io.tilth.sandbox.contact.ServedApi;
import io.tilth.sandbox.contact.WelcomeApi;
import io.tilth.sandbox.contactway.ContactWayApi;
import io.tilth.sandbox.corp.AgentApi;
import io.tilth.sandbox.corp.DepartmentApi;
import io.tilth.sandbox.corp.MemberApi;
import io.tilth.sandbox.groupchat.GroupChatApi;
import io.tilth.sandbox.groupchat.JoinWayApi;
import io.tilth.sandbox.media.MediaApi;
import io.tilth.sandbox.statistic.BehaviourApi;
import io.tilth.sandbox.statistic.GroupStatisticApi;
import io.tilth.sandbox.tag.TagApi;
import java.util.List;

/** The paths of tokens, directory and customers; {@link Features} has the others. */
final class Areas {

    private Areas() {}

    static List<Area> of(Platform platform, MediaApi media) {
        return List.of(
                new TokenApi(platform),
                new AgentApi(platform),
                new DepartmentApi(platform, platform.directory()),
                new MemberApi(platform, platform.directory()),
                new CustomerApi(platform, platform.contacts()),
                new ServedApi(platform),
                new ContactWayApi(platform),
                new GroupChatApi(platform),
                new JoinWayApi(platform),
                new BehaviourApi(platform),
                new GroupStatisticApi(platform),
                new WelcomeApi(platform, media),
                new TagApi(platform, platform.contacts(), platform.tags()));
    }
}
