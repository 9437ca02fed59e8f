package io.tilth.acquisition;

import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a channel code is told to do; its form stays what it was when it was made. Two that mean the same are equal, and are written down alike. */
public record CodeSpec(
        CodeForm form,
        String name,
        ChannelId channel,
        Set<MemberId> members,
        Set<DepartmentId> departments,
        Set<MemberId> spares,
        Optional<Integer> dailyCap,
        boolean byRest,
        boolean balanced,
        boolean skipVerify,
        boolean exclusive,
        Set<TagId> tags,
        String remark,
        Optional<StageId> stage,
        GreetingOfCode welcome,
        Optional<Instant> expiresAt) {

    public CodeSpec {
        name = name.strip();
        remark = remark.strip();
        members = sorted(members);
        departments = sorted(departments);
        spares = sorted(spares);
        tags = sorted(tags);
        welcome = welcome.settled();
        expiresAt = expiresAt.map(at -> at.truncatedTo(ChronoUnit.MICROS)); // what the database keeps
    }

    private static <T> Set<T> sorted(Set<T> ids) {
        return ids.stream()
                .sorted(Comparator.comparing(Object::toString))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }
}
