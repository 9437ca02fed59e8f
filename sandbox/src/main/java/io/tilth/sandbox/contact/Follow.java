package io.tilth.sandbox.contact;

import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.List;

/**
 * A member has a customer.
 *
 * @param bond what it is from both sides
 * @param tags ids of corp tags
 * @param state of the code or link through which they first met; never renewed
 * @param operator who brought it about: the member, or the customer's own id
 * @param chatting they have exchanged a word
 */
public record Follow(
        String corp,
        String user,
        String customer,
        Bond bond,
        Instant at,
        String remark,
        String description,
        String company,
        List<String> mobiles,
        List<String> tags,
        List<String> personalTags,
        String state,
        int addWay,
        String operator,
        boolean chatting)
        implements Thing {

    public Follow {
        mobiles = List.copyOf(mobiles);
        tags = List.copyOf(tags);
        personalTags = List.copyOf(personalTags);
    }

    public static Follow begin(
            String corp,
            String user,
            String customer,
            Bond bond,
            Instant at,
            String state,
            int addWay,
            String operator) {
        return new Follow(
                corp, user, customer, bond, at, "", "", "", List.of(), List.of(), List.of(), state, addWay, operator,
                false);
    }

    public static String key(String corp, String user, String customer) {
        return Member.key(corp, user) + "/" + customer;
    }

    @Override
    public String key() {
        return key(corp, user, customer);
    }

    public Follow with(Bond bond) {
        return new Follow(
                corp,
                user,
                customer,
                bond,
                at,
                remark,
                description,
                company,
                mobiles,
                tags,
                personalTags,
                state,
                addWay,
                operator,
                chatting);
    }

    public Follow inChat() {
        return new Follow(
                corp,
                user,
                customer,
                bond,
                at,
                remark,
                description,
                company,
                mobiles,
                tags,
                personalTags,
                state,
                addWay,
                operator,
                true);
    }

    public Follow remarked(String remark, String description, String company, List<String> mobiles) {
        return new Follow(
                corp,
                user,
                customer,
                bond,
                at,
                remark,
                description,
                company,
                mobiles,
                tags,
                personalTags,
                state,
                addWay,
                operator,
                chatting);
    }

    public Follow tagged(List<String> tags) {
        return new Follow(
                corp,
                user,
                customer,
                bond,
                at,
                remark,
                description,
                company,
                mobiles,
                tags,
                personalTags,
                state,
                addWay,
                operator,
                chatting);
    }

    public Follow personallyTagged(List<String> tags) {
        return new Follow(
                corp,
                user,
                customer,
                bond,
                at,
                remark,
                description,
                company,
                mobiles,
                this.tags,
                tags,
                state,
                addWay,
                operator,
                chatting);
    }

    /** How two have each other. */
    public enum Bond {
        /** The customer has added the member, who has not yet added back. */
        HALF,
        FULL,
        /** The customer has deleted the member, who still has the customer. */
        LEFT_BY_CUSTOMER
    }
}
