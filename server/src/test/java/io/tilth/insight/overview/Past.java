package io.tilth.insight.overview;

import io.tilth.directory.Directories;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two months of made-up friendships: people who came by this or that, came back, were handed over, left. */
class Past {

    static final int SHOPS = 3;
    static final int CHANNELS = 5;

    final List<UUID> members = new ArrayList<>();
    final List<UUID> shops = new ArrayList<>();
    /** Two below the first, one beside it, and one that no longer exists. */
    final List<UUID> channels = new ArrayList<>();

    final List<Person> people = new ArrayList<>();
    private final Random random = new Random(20261122);
    private final Directories directories;
    private final TenantJdbc jdbc;
    private final TenantId tenant;
    private final Instant now;
    private CompanyId company = CompanyId.next();

    Past(Directories directories, TenantJdbc jdbc, TenantId tenant, Instant now) {
        this.directories = directories;
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.now = now;
    }

    /** @param addWay as WeCom numbers them; 201 and 202 are friends whom a colleague handed over */
    record Bond(int member, Instant begun, @Nullable Instant ended, int addWay) {}

    /** @param channel by which they came; none of them where it is negative */
    record Person(UUID id, boolean existing, int channel, List<Bond> bonds) {

        Bond first() {
            return bonds.getFirst();
        }

        @Nullable
        Instant lostAt() {
            return bonds.stream().anyMatch(bond -> bond.ended() == null)
                    ? null
                    : bonds.stream().map(Bond::ended).max(Instant::compareTo).orElseThrow();
        }
    }

    void happen(int count) {
        company = directories.connect(tenant);
        directories.in(tenant, () -> {
            for (int number = 0; number < 2 * SHOPS; number++) {
                hire(number);
            }
            for (int number = 0; number < CHANNELS; number++) {
                channels.add(channel(number));
            }
            for (int number = 0; number < count; number++) {
                write(somebody());
            }
            return true;
        });
    }

    private Person somebody() {
        var begun = now.minus(Duration.ofMinutes(random.nextInt(62 * 24 * 60)));
        var bonds = new ArrayList<Bond>();
        int friends = 1 + random.nextInt(2);
        for (int number = 0; number < friends; number++) {
            var at = begun.plus(Duration.ofMinutes(number * 90L));
            var ended = random.nextInt(4) == 0 ? at.plus(Duration.ofMinutes(random.nextInt(20 * 24 * 60))) : null;
            bonds.add(new Bond(
                    (random.nextInt(SHOPS) + number * SHOPS) % (2 * SHOPS),
                    at,
                    ended,
                    random.nextInt(5) == 0 ? 201 + random.nextInt(2) : 1));
        }
        return new Person(UUID.randomUUID(), random.nextInt(6) == 0, random.nextInt(CHANNELS + 1) - 1, bonds);
    }

    private void hire(int number) {
        var member = UUID.randomUUID();
        members.add(member);
        jdbc.sql("""
                insert into directory.member (tenant_id, id, company_id, user_id, name, status, heard_at, touched_at)
                values (:tenant, :id, :company, :user, :user, 'ACTIVE', now(), now())
                """)
                .param("id", member)
                .param("company", company.value())
                .param("user", "m" + number)
                .update();
        if (number < SHOPS) {
            open(number);
        }
        jdbc.sql("""
                insert into directory.membership (tenant_id, member_id, department_id, leads)
                values (:tenant, :member, :department, false)
                """)
                .param("member", member)
                .param("department", shops.get(number % SHOPS))
                .update();
    }

    /** The shop and its department have the same id, for short. */
    private void open(int number) {
        var id = UUID.randomUUID();
        shops.add(id);
        jdbc.sql("""
                insert into directory.department (tenant_id, id, company_id, number, parent, name, sort_order)
                values (:tenant, :id, :company, :number, 1, 'shop', 0)
                """)
                .param("id", id)
                .param("company", company.value())
                .param("number", 10 + number)
                .update();
        jdbc.sql("""
                insert into directory.shop (tenant_id, id, code, name, city, address, department_id)
                values (:tenant, :id, :code, :code, '', '', :id)
                """).param("id", id).param("code", "S" + number).update();
    }

    private UUID channel(int number) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into customer.origin (tenant_id, id, name) values (:tenant, :id, 'origin')")
                .param("id", id)
                .update();
        if (number < CHANNELS - 1) {
            jdbc.sql("""
                    insert into acquisition.channel (tenant_id, id, parent_id, name)
                    values (:tenant, :id, :parent, :name)
                    """)
                    .param("id", id)
                    .param("parent", number == 1 || number == 2 ? channels.getFirst() : null)
                    .param("name", "channel " + number)
                    .update();
        }
        return id;
    }

    private void write(Person person) {
        people.add(person);
        jdbc.sql("""
                insert into customer.customer (tenant_id, id, name, existing, added_at, lost_at, origin_id)
                values (:tenant, :id, '王女士', :existing, :added, :lost, :origin)
                """)
                .param("origin", person.channel() < 0 ? null : channels.get(person.channel()))
                .param("id", person.id())
                .param("existing", person.existing())
                .param("added", person.first().begun().atOffset(ZoneOffset.UTC))
                .param("lost", person.lostAt() == null ? null : person.lostAt().atOffset(ZoneOffset.UTC))
                .update();
        var identity = UUID.randomUUID();
        jdbc.sql("""
                insert into customer.identity (tenant_id, id, company_id, external_user_id, customer_id, touched_at)
                values (:tenant, :id, :company, :external, :customer, now())
                """)
                .param("id", identity)
                .param("company", company.value())
                .param("external", "wm" + identity)
                .param("customer", person.id())
                .update();
        person.bonds().forEach(bond -> write(person, identity, bond));
    }

    private void write(Person person, UUID identity, Bond bond) {
        jdbc.sql("""
                insert into customer.follow (tenant_id, id, identity_id, customer_id, member_id, state, half, created_at,
                    heard_at, ended_at, remark, description, mobiles, add_way)
                values (:tenant, :id, :identity, :customer, :member, :state, false, :begun, :begun, :ended, '', '', '{}', :way)
                """)
                .param("id", UUID.randomUUID())
                .param("identity", identity)
                .param("customer", person.id())
                .param("member", members.get(bond.member()))
                .param("state", bond.ended() == null ? "ACTIVE" : "DELETED_BY_CUSTOMER")
                .param("begun", bond.begun().atOffset(ZoneOffset.UTC))
                .param("ended", bond.ended() == null ? null : bond.ended().atOffset(ZoneOffset.UTC))
                .param("way", bond.addWay())
                .update();
    }
}
