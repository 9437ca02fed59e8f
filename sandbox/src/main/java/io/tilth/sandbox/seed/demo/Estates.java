package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.groupchat.GroupChat.Seat;
import io.tilth.sandbox.world.Ids;
import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The groups of eight new estates, with neighbours who are customers and neighbours who are not. */
final class Estates {
    private static final List<String> NAMES = List.of("江南里", "望潮府", "云栖玫瑰园", "城西银泰公馆", "湘湖壹号", "东部湾", "南湖天地", "鄞江晓庐");

    private final List<GroupChat> groups = new ArrayList<>();
    private final Clients clients;
    private final Ids ids;
    private final SplittableRandom random;
    private final Instant now;

    Estates(Staff staff, Clients clients, Ids ids, SplittableRandom random, Instant now) {
        this.clients = clients;
        this.ids = ids;
        this.random = random;
        this.now = now;
        var owners = staff.members().stream()
                .filter(member -> member.position().equals("家居顾问") && member.isActive())
                .toList();
        for (int i = 0; i < NAMES.size(); i++) {
            groups.add(group(owners.get(i * 2), NAMES.get(i) + "业主装修交流群", 40 + random.nextInt(120)));
        }
    }

    Stream<Thing> things() {
        return groups.stream().map(group -> group);
    }

    private GroupChat group(Member owner, String name, int size) {
        var opened = now.minus(Duration.ofDays(60 + random.nextInt(120)));
        var seats = new ArrayList<Seat>();
        seats.add(new Seat(owner.id(), 1, "", opened, 1, "", "", ""));
        var known = clients.of(owner);
        for (int i = 0; i < size; i++) {
            var person = i % 3 < 2 && i < known.size() ? known.get(i) : clients.stranger();
            var joined =
                    opened.plusSeconds(random.nextLong(60, Duration.ofDays(55).toSeconds()));
            boolean scanned = random.nextInt(3) > 0;
            String id = clients.customer(person).id();
            seats.add(new Seat(id, 2, person.id(), joined, scanned ? 3 : 1, scanned ? "" : owner.id(), "", ""));
        }
        return new GroupChat(
                DemoCompany.CORP,
                ids.id("wr"),
                name,
                owner.id(),
                opened,
                "每周六上午有设计师在线答疑，图纸请发给群主。",
                List.of(),
                seats,
                0,
                ids.hex(32),
                false);
    }
}
