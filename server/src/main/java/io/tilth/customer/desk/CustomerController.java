package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers")
@Needs("customer:read")
class CustomerController {

    private final CustomerDeskService customers;

    CustomerController(CustomerDeskService customers) {
        this.customers = customers;
    }

    @GetMapping
    Page<ListedCustomer> search(@Valid @ParameterObject CustomerFilter filter, @ParameterObject Paging paging) {
        return customers.search(filter, paging);
    }

    @GetMapping("/{id}")
    ListedCustomer get(@PathVariable CustomerId id) {
        return customers.get(id);
    }
}
