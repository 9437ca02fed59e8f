package io.tilth.access.person;

import io.tilth.tenancy.TenantErased;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class PersonListener {

    private final PersonService persons;

    PersonListener(PersonService persons) {
        this.persons = persons;
    }

    @ApplicationModuleListener
    void on(TenantErased event) {
        persons.forget(event.tenant());
    }
}
