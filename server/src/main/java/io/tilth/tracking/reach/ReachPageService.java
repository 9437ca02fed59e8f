package io.tilth.tracking.reach;

import io.tilth.content.FileAddress;
import io.tilth.content.Materials;
import io.tilth.content.Materials.Material;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import io.tilth.tracking.Visiting.Arrival.Read;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts pages together. */
@Service
@Transactional(readOnly = true)
class ReachPageService {

    private final ReachSettingService settings;
    private final FootCardService cards;
    private final Materials materials;
    private final ReachBody bodies;
    private final ReachWords words;
    private final Tenants tenants;

    ReachPageService(
            ReachSettingService settings,
            FootCardService cards,
            Materials materials,
            ReachBody bodies,
            ReachWords words,
            Tenants tenants) {
        this.settings = settings;
        this.cards = cards;
        this.materials = materials;
        this.bodies = bodies;
        this.words = words;
        this.tenants = tenants;
    }

    /** What somebody came to read, or a word that it was renewed, with whom to ask. */
    ReachPage read(String code, Read arrival, Locale language) {
        var setting = settings.get();
        var facts = frame("/r/" + code, setting, language);
        var find = "/r/" + code + "/find";
        var foot = cards.of(arrival.sender(), arrival.meant(), setting, company(setting), find);
        facts.put("card", card(foot, setting, language));
        var material = materials.find(arrival.material());
        var body = materials.body(arrival.material());
        if (material.isEmpty() || body.isEmpty()) {
            facts.put("title", words.say(language, "gone-title"));
            facts.put("words", words.say(language, "gone-words", foot.name()));
            return new ReachPage(HttpStatus.GONE, "gone", facts);
        }
        facts.putAll(head(material.get()));
        facts.putAll(bodies.facts(body.get(), "/r/" + code, language));
        facts.put("beacon", arrival.beacon().toString());
        facts.put("hand", arrival.hand().toString());
        facts.put("by", company(setting));
        if (arrival.askable()) {
            facts.put("askable", true);
            facts.put("ask", ask(foot, arrival, language));
        }
        return ReachPage.of("read", facts);
    }

    /** There is a company, but no such link of it. */
    ReachPage gone(String code, Locale language) {
        var facts = frame("/r/" + code, settings.get(), language);
        facts.put("title", words.say(language, "nowhere-title"));
        facts.put("words", words.say(language, "nowhere-words"));
        return new ReachPage(HttpStatus.NOT_FOUND, "gone", facts);
    }

    /** A page beside the reading, such as the privacy page. */
    ReachPage beside(String template, String code, Locale language) {
        var base = "/r/" + code;
        var facts = Map.<String, Object>of(
                "title", words.say(language, template + "-title"), "back", base, "action", base + "/" + template);
        return dressed(base, facts, template, language);
    }

    /** What is noted of who comes, for the page at this path. */
    ReachPage privacy(String base, Locale language) {
        var facts = Map.<String, Object>of(
                "title", words.say(language, "privacy-title"), "back", base, "parts", words.privacy(language));
        var page = dressed(base, facts, "privacy", language);
        return page.with(
                "opening", words.say(language, "privacy-opening", page.facts().getOrDefault("company", "")));
    }

    /** In the company's name, with its phone and its foot. */
    ReachPage dressed(String base, Map<String, Object> own, String template, Locale language) {
        var setting = settings.get();
        var facts = frame(base, setting, language);
        facts.put("company", company(setting));
        if (!setting.phone().isEmpty()) {
            facts.put("phone", setting.phone());
            facts.put("dial", FootCard.dial(setting.phone()));
        }
        facts.putAll(own);
        Optional.ofNullable(own.get("name")).ifPresent(name -> facts.put("initial", FootCard.initial(name.toString())));
        return ReachPage.of(template, facts);
    }

    private Map<String, Object> frame(String base, ReachSetting setting, Locale language) {
        var facts = new HashMap<String, Object>();
        facts.put("base", base);
        facts.put("recorded", words.say(language, "recorded", company(setting)));
        facts.put("recordNumber", setting.recordNumber());
        facts.put("line", setting.foot());
        return facts;
    }

    private Map<String, Object> card(FootCard foot, ReachSetting setting, Locale language) {
        var facts = foot.facts();
        if (setting.contactForm()) {
            facts.put("contact", Map.of("promise", words.say(language, "promise", foot.name())));
        }
        return facts;
    }

    private Map<String, Object> ask(FootCard foot, Read arrival, Locale language) {
        var to = arrival.hand().toString();
        return Map.of(
                "title", words.say(language, "ask-title", foot.name()),
                "sentence", words.say(language, "ask-sentence", foot.name()),
                "to", to + (to.contains("?") ? "&" : "?") + "ask=1");
    }

    private static Map<String, Object> head(Material material) {
        var facts = new HashMap<String, Object>();
        facts.put("title", material.title());
        facts.put("description", material.description());
        material.cover().ifPresent(cover -> facts.put("cover", FileAddress.path(cover)));
        return facts;
    }

    private String company(ReachSetting setting) {
        return setting.brand().isEmpty()
                ? tenants.find(TenantScope.current()).map(Tenants.Tenant::name).orElse("")
                : setting.brand();
    }
}
