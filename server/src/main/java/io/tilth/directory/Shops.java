package io.tilth.directory;

import io.tilth.wecom.CompanyId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The shops of the current tenant, as other modules may name them. */
public interface Shops {

    /** Where the member works; of several the one whose code comes first. */
    Optional<Place> of(MemberId member);

    /** All of them in the order of their codes, each with those of the company who work there. */
    List<Branch> all(CompanyId company);

    /**
     * Opens one where a department of that name stands, with its leader as manager; for whoever sets up many at once.
     *
     * @return empty where there is no such department, or it is a shop already
     */
    Optional<ShopId> open(CompanyId company, String department, String code, String city, String address);

    /**
     * @param department where it is the company's
     * @param manager where they work here and may have customers
     * @param guides how many may have customers, in the department and below
     */
    record Branch(
            ShopId id,
            String code,
            String name,
            String city,
            Optional<DepartmentId> department,
            Optional<MemberId> manager,
            int guides) {}

    /** Those where somebody in sight works, in the order of their codes; all of them when {@code sight} is empty. */
    List<Named> within(Optional<Set<MemberId>> sight);

    /** Who works there now, by name; without a shop, those of the company who may have customers. */
    List<MemberId> staff(Optional<ShopId> shop, int most);

    record Named(ShopId id, String name, Optional<MemberId> manager) {}

    /** @param phone the manager's, if they entered one */
    record Place(ShopId id, String name, String city, String address, Optional<String> phone) {}
}
