package io.tilth.automation.today;

import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import io.tilth.customer.ScoreItems;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Signals are about materials: tells those who explain a score what these are called. */
@Component
class MaterialTitles implements ScoreItems {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Materials materials;

    MaterialTitles(Materials materials) {
        this.materials = materials;
    }

    static boolean isMaterial(String item) {
        return ID.matcher(item).matches();
    }

    @Override
    public Map<String, String> names(Collection<String> items) {
        var ids = items.stream()
                .filter(MaterialTitles::isMaterial)
                .map(item -> new MaterialId(UUID.fromString(item)))
                .toList();
        return materials.findAll(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().value().toString(),
                        one -> one.getValue().title()));
    }
}
