package io.tilth.directory.member;

import io.tilth.directory.MemberId;
import io.tilth.wecom.Callback;
import io.tilth.wecom.WecomDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A member's place in a department.
 *
 * @param department WeCom's number
 */
record Seat(MemberId member, long department, boolean leads) {

    static Set<Seat> of(MemberId member, List<WecomDirectory.Membership> told) {
        return told.stream()
                .map(one -> new Seat(member, one.department(), one.leads()))
                .collect(Collectors.toSet());
    }

    /** {@code Department} and {@code IsLeaderInDept} stand side by side: {@code 1,2,3} and {@code 1,0,0}. */
    static List<Seat> of(MemberId member, Callback user) {
        var departments = user.find("Department").orElse("").split(",");
        var leads = user.find("IsLeaderInDept").orElse("").split(",");
        var seats = new ArrayList<Seat>();
        for (int i = 0; i < departments.length; i++) {
            if (!departments[i].isBlank()) {
                boolean leader = i < leads.length && leads[i].strip().equals("1");
                seats.add(new Seat(member, Long.parseLong(departments[i].strip()), leader));
            }
        }
        return seats;
    }
}
