package io.tilth.sandbox;

import io.tilth.sandbox.api.CallLog;
import io.tilth.sandbox.api.Limits;
import io.tilth.sandbox.api.Tokens;
import io.tilth.sandbox.callback.Callbacks;
import io.tilth.sandbox.chat.Chats;
import io.tilth.sandbox.contact.Contacts;
import io.tilth.sandbox.contact.Friendships;
import io.tilth.sandbox.contactway.QrCodes;
import io.tilth.sandbox.corp.Directory;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.fault.Dice;
import io.tilth.sandbox.groupchat.GroupChats;
import io.tilth.sandbox.tag.Tags;
import io.tilth.sandbox.world.Ids;
import io.tilth.sandbox.world.Timers;
import io.tilth.sandbox.world.World;
import io.tilth.sandbox.world.WorldClock;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** What every part of the sandbox works with. */
public final class Platform {
    private final World world;
    private final Supplier<String> url;
    private final Ids ids = new Ids(new SecureRandom());
    private final Timers timers;
    private final Switches switches;
    private final Limits limits = new Limits();
    private final Dice dice;
    private final Tokens tokens;
    private final CallLog calls = new CallLog();
    private final Callbacks callbacks;
    private final Visibility visibility;
    private final Directory directory;
    private final Contacts contacts;
    private final Friendships friendships;
    private final Tags tags;
    private final Chats chats;
    private final GroupChats groupChats;
    private final QrCodes qrCodes;

    Platform(World world, Supplier<String> url) {
        this.world = world;
        this.url = url;
        this.timers = new Timers(world, ids);
        this.switches = new Switches(world);
        this.dice = new Dice(world);
        this.tokens = new Tokens(this);
        this.callbacks = new Callbacks(this);
        this.visibility = new Visibility(world);
        this.directory = new Directory(this);
        this.contacts = new Contacts(this);
        this.friendships = new Friendships(this, contacts);
        this.tags = new Tags(this);
        this.chats = new Chats(this);
        this.groupChats = new GroupChats(this);
        this.qrCodes = new QrCodes(url);
    }

    public World world() {
        return world;
    }

    public WorldClock clock() {
        return world.clock();
    }

    /** Where the platform's pages, pictures and links are found from outside, without a slash at the end. */
    public String url() {
        return url.get();
    }

    public Ids ids() {
        return ids;
    }

    public Timers timers() {
        return timers;
    }

    public Switches switches() {
        return switches;
    }

    public Limits limits() {
        return limits;
    }

    public Dice dice() {
        return dice;
    }

    /** What apps have asked of late. */
    public CallLog calls() {
        return calls;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Callbacks callbacks() {
        return callbacks;
    }

    public Directory directory() {
        return directory;
    }

    public Visibility visibility() {
        return visibility;
    }

    public Contacts contacts() {
        return contacts;
    }

    public Friendships friendships() {
        return friendships;
    }

    public Tags tags() {
        return tags;
    }

    public Chats chats() {
        return chats;
    }

    public QrCodes qrCodes() {
        return qrCodes;
    }

    public GroupChats groupChats() {
        return groupChats;
    }
}
