package io.tilth.acquisition.attribution;

import io.tilth.acquisition.Arrivals;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class CodeArrivalService implements Arrivals {

    private final CodeArrivalRepository arrivals;

    CodeArrivalService(CodeArrivalRepository arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public Map<MemberId, Integer> load(ChannelCodeId code, Instant since) {
        return arrivals.load(code, since);
    }

    @Override
    @Transactional
    public void recount(ChannelCodeId code, int cap, Instant today, Instant lately) {
        arrivals.recount(code, cap, today, lately);
    }

    @Override
    public boolean any() {
        return arrivals.any();
    }

    @Override
    public List<Newcomer> newcomers(Instant since) {
        return arrivals.newcomers(since);
    }

    @Override
    public Map<ChannelCodeId, Sum> sums(Collection<ChannelCodeId> codes, Instant today) {
        return arrivals.sums(codes, today);
    }
}
