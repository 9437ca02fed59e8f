package io.tilth.tracking.reach;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who stands at the foot of a page: the member who sent it, who took their place, their shop, or the company.
 *
 * @param place where they are found, such as the shop's name
 * @param phone empty where nobody gave one
 * @param code path of the picture that finds them in WeChat
 */
record FootCard(String name, String place, String address, Optional<String> phone, Optional<String> code) {

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", name);
        facts.put("initial", initial(name));
        facts.put("place", place);
        facts.put("address", address);
        phone.ifPresent(number -> {
            facts.put("phone", number);
            facts.put("dial", dial(number));
        });
        code.ifPresent(path -> facts.put("code", path));
        return facts;
    }

    /** The given name's last letter, as phones do: 晓 for 林晓. */
    static String initial(String name) {
        var letters = name.codePoints().filter(Character::isLetter).toArray();
        if (letters.length == 0) {
            return "·";
        }
        boolean chinese = Character.isIdeographic(letters[letters.length - 1]);
        return Character.toString(chinese && letters.length <= 4 ? letters[letters.length - 1] : letters[0]);
    }

    static String dial(String phone) {
        return phone.replaceAll("[^0-9+]", "");
    }
}
