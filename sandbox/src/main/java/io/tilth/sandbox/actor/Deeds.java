package io.tilth.sandbox.actor;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Change;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** What all who act have in common. */
abstract class Deeds {
    final Platform platform;

    Deeds(Platform platform) {
        this.platform = platform;
    }

    /** Does it and sees that it is kept. */
    final <R> R act(Function<Change, R> deed) {
        R result = platform.world().change(deed);
        platform.world().settle();
        return result;
    }

    final Member member(String corp, String user) {
        return platform.world()
                .find(Member.class, Member.key(corp, user))
                .orElseThrow(() -> new NoSuchElementException("There is no member " + user + " in " + corp));
    }

    final Follow follow(Change change, String corp, String user, String customer) {
        return change.find(Follow.class, Follow.key(corp, user, customer))
                .orElseThrow(() -> new NoSuchElementException(user + " does not have " + customer));
    }

    final Person person(String corp, String customer) {
        return platform.world()
                .find(Customer.class, Customer.key(corp, customer))
                .flatMap(known -> platform.world().find(Person.class, known.person()))
                .orElseThrow(() -> new NoSuchElementException("Nobody knows " + customer));
    }
}
