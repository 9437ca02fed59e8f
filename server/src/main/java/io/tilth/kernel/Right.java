package io.tilth.kernel;

import java.util.Set;

/**
 * A right that roles may hold, named {@code thing:deed}. Modules publish theirs as beans of type {@link Catalog}.
 *
 * @param places where the right means something: in the house, in a company, or in both
 */
public record Right(String key, Set<Place> places) {

    public static Right inCompany(String key) {
        return new Right(key, Set.of(Place.COMPANY));
    }

    public static Right inHouse(String key) {
        return new Right(key, Set.of(Place.HOUSE));
    }

    public static Right anywhere(String key) {
        return new Right(key, Set.of(Place.COMPANY, Place.HOUSE));
    }

    /** The heading it stands under: {@code account} of {@code account:write}. */
    public String group() {
        return key.substring(0, key.indexOf(':'));
    }

    /** Where an account works: in the operator's own house, or in a company. */
    public enum Place {
        HOUSE,
        COMPANY;

        public static Place of(TenantId tenant) {
            return tenant.isHouse() ? HOUSE : COMPANY;
        }
    }

    /** The rights that one module declares. */
    public interface Catalog {
        Set<Right> rights();
    }
}
