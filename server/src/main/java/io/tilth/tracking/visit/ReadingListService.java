package io.tilth.tracking.visit;

import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import io.tilth.content.Materials.Material;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Readings;
import io.tilth.directory.MemberId;
import io.tilth.tracking.visit.ReadingListRepository.Sum;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ReadingListService implements Readings {

    private static final int SHOWN = 20;

    private final ReadingListRepository readings;
    private final Materials materials;

    ReadingListService(ReadingListRepository readings, Materials materials) {
        this.readings = readings;
        this.materials = materials;
    }

    @Override
    public CustomerReadings of(CustomerId customer, Optional<Set<MemberId>> senders) {
        var all = readings.of(customer, senders);
        if (all.isEmpty()) {
            return CustomerReadings.NONE;
        }
        var latest = all.stream().limit(SHOWN).toList();
        var about = materials.findAll(latest.stream().map(Sum::material).toList());
        return new CustomerReadings(
                all.stream().mapToInt(Sum::times).sum(),
                all.stream().mapToInt(Sum::seconds).sum(),
                all.getFirst().lastAt(),
                shown(latest, about));
    }

    private static List<ReadMaterial> shown(List<Sum> sums, Map<MaterialId, Material> about) {
        return sums.stream()
                .map(one -> {
                    var material = Optional.ofNullable(about.get(one.material()));
                    return new ReadMaterial(
                            one.material().value(),
                            material.map(Material::title).orElse(""),
                            material.map(Material::priced).orElse(false),
                            one.times(),
                            one.seconds(),
                            one.percent(),
                            one.lastAt());
                })
                .toList();
    }
}
