package io.tilth.sandbox.phone;

import io.tilth.sandbox.world.Thing;

/** Where an app's pages lie, as its company has it in the admin console: 应用主页 and 聊天工具栏. */
record AppPages(String corp, int agent, String home, String sidebar) implements Thing {

    static String key(String corp, int agent) {
        return corp + "/" + agent;
    }

    @Override
    public String key() {
        return key(corp, agent);
    }
}
