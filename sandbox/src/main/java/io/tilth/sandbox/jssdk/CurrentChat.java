package io.tilth.sandbox.jssdk;

import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Thing;

/**
 * Where a member has just opened a page.
 *
 * @param entry the platform's word: single_chat_tools, group_chat_tools, contact_profile, normal ..
 * @param customer before whom; empty outside of a chat with one
 * @param chat in which group; empty outside of one
 */
public record CurrentChat(String corp, String user, String entry, String customer, String chat) implements Thing {

    @Override
    public String key() {
        return Member.key(corp, user);
    }
}
