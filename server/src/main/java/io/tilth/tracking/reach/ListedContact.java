package io.tilth.tracking.reach;

import io.tilth.content.MaterialId;
import io.tilth.content.Materials.Material;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reader who wants to be called, as a list shows them.
 *
 * @param customer who the reader was known to be; typed names and phones prove nothing
 */
record ListedContact(
        UUID id,
        Instant at,
        String name,
        String phone,
        @Nullable ToldMember member,
        @Nullable AboutMaterial material,
        @Nullable KnownReader customer) {

    record ToldMember(MemberId id, String name) {}

    record AboutMaterial(MaterialId id, String title) {}

    record KnownReader(CustomerId id, String name) {}

    static ListedContact of(LeftContactRepository.Row row, boolean masked) {
        return new ListedContact(
                row.id(),
                Ids.moment(row.id()),
                row.name(),
                masked ? LeftContact.masked(row.phone()) : row.phone(),
                null,
                null,
                null);
    }

    ListedContact of(@Nullable Member told) {
        var shown = told == null ? null : new ToldMember(told.id(), told.name());
        return new ListedContact(id, at, name, phone, shown, material, customer);
    }

    ListedContact about(Optional<Material> read) {
        var shown = read.map(one -> new AboutMaterial(one.id(), one.title())).orElse(null);
        return new ListedContact(id, at, name, phone, member, shown, customer);
    }

    ListedContact by(Optional<CustomerId> reader, Map<CustomerId, String> names) {
        var shown = reader.map(known -> new KnownReader(known, names.getOrDefault(known, "")))
                .orElse(null);
        return new ListedContact(id, at, name, phone, member, material, shown);
    }
}
