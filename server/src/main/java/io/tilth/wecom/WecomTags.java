package io.tilth.wecom;

import java.util.List;

/** Asks WeCom about the company's tags, 企业标签. Calls out: never within a transaction. */
public interface WecomTags {

    List<Group> all(CompanyId company);

    record Group(String id, String name, long order, List<Tag> tags) {}

    record Tag(String id, String name, long order) {}
}
