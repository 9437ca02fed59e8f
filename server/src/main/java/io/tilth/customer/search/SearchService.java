package io.tilth.customer.search;

import io.tilth.customer.CustomerId;
import io.tilth.customer.SearchPieces;
import io.tilth.customer.SearchTexts;
import io.tilth.customer.search.SearchRepository.Called;
import io.tilth.customer.search.SearchRepository.Piece;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SearchService implements SearchTexts {

    private final SearchRepository pieces;

    SearchService(SearchRepository pieces) {
        this.pieces = pieces;
    }

    @Override
    public void refresh(Collection<CustomerId> customers) {
        var before = new HashSet<>(pieces.of(customers));
        var now = pieces.texts(customers).stream()
                .flatMap(called -> cut(called).stream().map(piece -> new Piece(piece, called.customer())))
                .collect(Collectors.toSet());
        var fresh = without(now, before);
        if (!fresh.isEmpty()) {
            pieces.insert(fresh);
        }
        var old = without(before, now);
        if (!old.isEmpty()) {
            pieces.delete(old);
        }
    }

    private static Set<String> cut(Called called) {
        var all = new TreeSet<>(SearchPieces.of(called.text()));
        SearchPieces.words(called.phones()).forEach(number -> all.addAll(SearchPieces.ofPhone(number)));
        return all;
    }

    private static List<Piece> without(Set<Piece> these, Set<Piece> others) {
        return these.stream().filter(piece -> !others.contains(piece)).toList();
    }
}
