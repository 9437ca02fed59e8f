package io.tilth.directory.shop;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shops")
class ShopController {

    private final ShopService shops;

    ShopController(ShopService shops) {
        this.shops = shops;
    }

    @Needs("shop:read")
    @GetMapping
    Page<ListedShop> search(@Valid @ParameterObject ShopFilter filter, @ParameterObject Paging paging) {
        return shops.search(filter.q() == null ? "" : filter.q(), paging);
    }

    @Needs("shop:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListedShop open(@Valid @RequestBody NewShop request) {
        return shops.open(request.shop());
    }

    @Needs("shop:write")
    @PutMapping("/{id}")
    ListedShop change(@PathVariable ShopId id, @Valid @RequestBody ChangedShop request) {
        return shops.change(request.shop(id));
    }

    @Needs("shop:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable ShopId id) {
        shops.close(id);
    }

    /** @param q a part of the name, the code or the city */
    record ShopFilter(@Nullable @Size(max = 100) String q) {}

    record NewShop(
            @NotBlank @Size(max = 30) String code,
            @NotBlank @Size(max = 60) String name,
            @NotNull @Size(max = 30) String city,
            @NotNull @Size(max = 200) String address,
            @Nullable DepartmentId departmentId,
            @Nullable MemberId managerId) {

        Shop shop() {
            return new Shop(
                    ShopId.next(),
                    code,
                    name,
                    city,
                    address,
                    Optional.ofNullable(departmentId),
                    Optional.ofNullable(managerId),
                    1);
        }
    }

    record ChangedShop(
            @NotBlank @Size(max = 30) String code,
            @NotBlank @Size(max = 60) String name,
            @NotNull @Size(max = 30) String city,
            @NotNull @Size(max = 200) String address,
            @Nullable DepartmentId departmentId,
            @Nullable MemberId managerId,
            @NotNull Integer version) {

        Shop shop(ShopId id) {
            return new Shop(
                    id,
                    code,
                    name,
                    city,
                    address,
                    Optional.ofNullable(departmentId),
                    Optional.ofNullable(managerId),
                    version);
        }
    }
}
