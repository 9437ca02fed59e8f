package io.tilth.sandbox.corp;

import io.tilth.sandbox.world.Thing;
import java.util.List;
import java.util.Locale;

/**
 * A member of a company.
 *
 * @param leads the departments, of those it belongs to, that it leads
 * @param servesCustomers has the right of 客户联系
 */
public record Member(
        String corp,
        String id,
        String name,
        List<Integer> departments,
        List<Integer> leads,
        String position,
        String mobile,
        int gender,
        String email,
        String alias,
        Status status,
        boolean servesCustomers,
        boolean realName)
        implements Thing {

    public Member {
        departments = List.copyOf(departments);
        leads = List.copyOf(leads);
    }

    /** An active member with all rights. */
    public static Member of(String corp, String id, String name, String position, Integer... departments) {
        return new Member(
                corp, id, name, List.of(departments), List.of(), position, "", 0, "", "", Status.ACTIVE, true, true);
    }

    /** User ids are the same in upper and lower case. */
    public static String key(String corp, String id) {
        return corp + "/" + id.toLowerCase(Locale.ROOT);
    }

    @Override
    public String key() {
        return key(corp, id);
    }

    public Member leading(Integer... departments) {
        return new Member(
                corp,
                id,
                name,
                this.departments,
                List.of(departments),
                position,
                mobile,
                gender,
                email,
                alias,
                status,
                servesCustomers,
                realName);
    }

    public Member with(Status status) {
        return new Member(
                corp,
                id,
                name,
                departments,
                leads,
                position,
                mobile,
                gender,
                email,
                alias,
                status,
                servesCustomers,
                realName);
    }

    public Member named(String id, String name, String position) {
        return new Member(
                corp,
                id,
                name,
                departments,
                leads,
                position,
                mobile,
                gender,
                email,
                alias,
                status,
                servesCustomers,
                realName);
    }

    public Member in(Integer... departments) {
        return new Member(
                corp,
                id,
                name,
                List.of(departments),
                leads,
                position,
                mobile,
                gender,
                email,
                alias,
                status,
                servesCustomers,
                realName);
    }

    public Member reachedAt(String mobile, int gender, String email) {
        return new Member(
                corp,
                id,
                name,
                departments,
                leads,
                position,
                mobile,
                gender,
                email,
                alias,
                status,
                servesCustomers,
                realName);
    }

    public Member serving(boolean customers) {
        return new Member(
                corp,
                id,
                name,
                departments,
                leads,
                position,
                mobile,
                gender,
                email,
                alias,
                status,
                customers,
                realName);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** With the platform's numbers. */
    public enum Status {
        ACTIVE(1),
        DISABLED(2),
        NOT_ACTIVATED(4),
        LEFT(5);

        private final int number;

        Status(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
