package io.tilth.directory.department;

import io.tilth.wecom.Callback;
import io.tilth.wecom.CallbackConsumer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears of departments made, changed and removed. */
@Component
class DepartmentCallbacks implements CallbackConsumer {

    private final DepartmentService departments;

    DepartmentCallbacks(DepartmentService departments) {
        this.departments = departments;
    }

    @Override
    public boolean hears(String event) {
        return event.equals("change_contact");
    }

    @Override
    public void accept(List<Callback> callbacks) {
        for (var callback : callbacks) {
            switch (callback.change()) {
                case "create_party", "update_party" -> departments.put(callback);
                case "delete_party" -> departments.remove(callback);
                default -> {} // about members
            }
        }
    }
}
