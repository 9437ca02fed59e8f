package io.tilth.directory.department;

import io.tilth.directory.DepartmentId;
import io.tilth.wecom.WecomDirectory;

/**
 * A department as we have it.
 *
 * @param number WeCom's own, within the company
 * @param parent number of the one above
 * @param name empty while nobody has told it
 */
record Department(DepartmentId id, long number, long parent, String name, long order) {

    static Department of(WecomDirectory.Department told) {
        return new Department(
                DepartmentId.next(), told.id(), told.parent(), told.name().orElse(""), told.order());
    }

    /** This department with what WeCom tells now; a name that the app may not read stays as it was. */
    Department with(WecomDirectory.Department told) {
        return new Department(id, number, told.parent(), told.name().orElse(name), told.order());
    }

    Department with(String newName, long newParent, long newOrder) {
        return new Department(id, number, newParent, newName, newOrder);
    }
}
