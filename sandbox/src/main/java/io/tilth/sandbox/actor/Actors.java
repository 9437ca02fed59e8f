package io.tilth.sandbox.actor;

import io.tilth.sandbox.Platform;

/** The people of this world, to be told what to do. Everything they do sends the callbacks that it sends at WeCom. */
public final class Actors {
    private final CustomerDeeds customers;
    private final MemberDeeds members;
    private final GroupDeeds groups;
    private final AdminDeeds admins;

    public Actors(Platform platform) {
        this.customers = new CustomerDeeds(platform);
        this.members = new MemberDeeds(platform);
        this.groups = new GroupDeeds(platform);
        this.admins = new AdminDeeds(platform);
    }

    /** With a phone and WeChat on it. */
    public CustomerDeeds customers() {
        return customers;
    }

    /** With a phone and WeCom on it. */
    public MemberDeeds members() {
        return members;
    }

    /** In a customer group. */
    public GroupDeeds groups() {
        return groups;
    }

    /** In the company's admin console. */
    public AdminDeeds admins() {
        return admins;
    }
}
