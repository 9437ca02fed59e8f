package io.tilth.customer.follow;

import io.tilth.customer.CustomerId;
import io.tilth.wecom.WecomCustomers.Contact;
import java.util.Optional;

/** Who a customer is, as WeCom tells. */
record Person(
        CustomerId id,
        Optional<String> unionId,
        String name,
        Optional<String> avatar,
        int type,
        int gender,
        Optional<String> corpName,
        Optional<String> position) {

    static Person unknown(CustomerId id) {
        return new Person(id, Optional.empty(), "", Optional.empty(), 0, 0, Optional.empty(), Optional.empty());
    }

    /** A UnionID once known stays: an app that may not read it tells none. */
    Person told(Contact contact) {
        return new Person(
                id,
                contact.unionId().or(() -> unionId),
                contact.name(),
                contact.avatar(),
                contact.type(),
                contact.gender(),
                contact.corpName(),
                contact.position());
    }
}
