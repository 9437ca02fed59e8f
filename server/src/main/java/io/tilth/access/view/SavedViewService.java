package io.tilth.access.view;

import io.tilth.access.AccountId;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SavedViewService {

    private static final int MOST = 100;

    private final SavedViewRepository views;

    SavedViewService(SavedViewRepository views) {
        this.views = views;
    }

    @Transactional(readOnly = true)
    public List<SavedView> seenByCaller(String page) {
        return views.seenBy(Caller.current().id(), page);
    }

    public SavedView save(String page, String name, String query, boolean shared) {
        var caller = Caller.current();
        // A visitor from the house leaves nothing behind.
        if (caller.kind() != Caller.Kind.ACCOUNT) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "not-allowed");
        }
        Refusal.unless(views.count(caller.id()) < MOST, "too-many-views");
        var view = new SavedView(Ids.next(), caller.id(), page, name.strip(), query, shared);
        views.insert(view);
        return view;
    }

    /** One's own, or a shared one by somebody who looks after accounts, since its maker may have left. */
    public void remove(UUID id) {
        var caller = Caller.current();
        var view = views.find(id)
                .filter(found -> found.account().equals(caller.id()) || found.shared())
                .orElseThrow(() -> Refusal.notFound("view-not-found"));
        if (!view.account().equals(caller.id()) && !caller.may("account:write")) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "view-not-own");
        }
        views.delete(id);
    }

    /** Somebody left: what only they saw goes, what they shared stays. */
    public void forget(AccountId account) {
        views.deletePrivate(account);
    }
}
