package se.framsteg.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.framsteg.organisation.PasswordLinks;
import se.framsteg.shared.StaffId;

@Component
class StaffPasswordLinks implements PasswordLinks {
    private final OneTimeLinks links;
    private final SignInSettings settings;

    StaffPasswordLinks(OneTimeLinks links, SignInSettings settings) {
        this.links = links;
        this.settings = settings;
    }

    @Override
    public String path(StaffId staff) {
        return "/password/" + links.forPassword(staff, settings.passwordLinkLives());
    }

    @Override
    public Map<StaffId, Instant> valid(Collection<StaffId> staff) {
        return links.validForPassword(staff);
    }
}
