package id.tuntas.studio.web;

import id.tuntas.access.Roles;
import id.tuntas.engine.Identities;
import id.tuntas.shared.District;
import id.tuntas.shared.Risk;
import id.tuntas.studio.DuePreview;
import id.tuntas.studio.PreviewRefused;
import id.tuntas.studio.PreviewRefused.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Reads a question as somebody typed it, and knows what he may ask; the same for programs and for people. */
@Component
class Questions {

    private static final Map<String, Boolean> YES_OR_NO = Map.of("", false, "false", false, "true", true);

    private final DuePreview preview;
    private final Identities identities;
    private final MessageSource messages;

    Questions(DuePreview preview, Identities identities, MessageSource messages) {
        this.preview = preview;
        this.identities = identities;
        this.messages = messages;
    }

    /**
     * All texts may be null or blank, which is refused for step and district only.
     *
     * @throws PreviewRefused if one of them is wrong or the district is not his
     */
    DuePreview.Preview answer(String step, String district, String risk, String trafficking, Authentication who) {
        String place = text(district);
        if (place.isEmpty()) {
            throw new PreviewRefused(Reason.NO_DISTRICT, "");
        }
        if (preview.districts().stream().noneMatch(one -> one.id().equals(place))) {
            throw new PreviewRefused(Reason.UNKNOWN_DISTRICT, place);
        }
        if (districtsOf(who).stream().noneMatch(one -> one.id().equals(place))) {
            throw new PreviewRefused(Reason.FOREIGN_DISTRICT, place);
        }
        return preview.of(text(step), place, risk(text(risk)), trafficking(text(trafficking)));
    }

    List<District> districtsOf(Authentication who) {
        List<String> groups = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        if (Roles.readTheSopOfEveryDistrict(groups)) {
            return preview.districts();
        }
        List<String> own = identities.districtsOf(who.getName());
        return preview.districts().stream()
                .filter(one -> own.contains(one.id()))
                .toList();
    }

    /** The district somebody most likely means: his first own one; null if he has none. */
    String homeOf(Authentication who) {
        return identities.districtsOf(who.getName()).stream().findFirst().orElse(null);
    }

    /** The sentence for whoever asked, in his language. */
    String sentence(PreviewRefused refused) {
        String key = "preview.refused." + refused.reason().name().toLowerCase(Locale.ROOT);
        return messages.getMessage(key, new Object[] {refused.value()}, LocaleContextHolder.getLocale());
    }

    private static Risk risk(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        return Risk.of(typed).orElseThrow(() -> new PreviewRefused(Reason.UNKNOWN_RISK, typed));
    }

    private static boolean trafficking(String typed) {
        Boolean answer = YES_OR_NO.get(typed);
        if (answer == null) {
            throw new PreviewRefused(Reason.UNKNOWN_TRAFFICKING, typed);
        }
        return answer;
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
