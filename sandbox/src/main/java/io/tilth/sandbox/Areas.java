package io.tilth.sandbox;

import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.GetToken;
import io.tilth.sandbox.contact.CustomerCalls;
import io.tilth.sandbox.contact.WelcomeCalls;
import io.tilth.sandbox.corp.AgentCalls;
import io.tilth.sandbox.corp.DepartmentCalls;
import io.tilth.sandbox.corp.MemberCalls;
import io.tilth.sandbox.tag.TagCalls;
import java.util.List;

/** The table of contents of the platform's API. */
final class Areas {

    private Areas() {}

    static List<Area> of(Platform platform) {
        return List.of(
                new GetToken(platform),
                new AgentCalls(platform),
                new DepartmentCalls(platform, platform.directory()),
                new MemberCalls(platform, platform.directory()),
                new CustomerCalls(platform, platform.contacts()),
                new WelcomeCalls(platform, platform.chats()),
                new TagCalls(platform, platform.contacts(), platform.tags()));
    }
}
