package io.tilth.insight.overview;

import io.tilth.directory.MemberId;
import java.util.Optional;
import java.util.Set;

/** @param members whose rows are counted; empty for everybody's */
record Sight(Optional<Set<MemberId>> members) {}
