package se.framsteg.fidelity.unit;

import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.home.ShortcutSource;

/** The way to tell which care teams the own people come from, for those of whose people nobody has told yet. */
@Component
class CareTeamShortcut implements ShortcutSource {
    private final CareTeams teams;

    CareTeamShortcut(CareTeams teams) {
        this.teams = teams;
    }

    @Override
    public List<Shortcut> shortcuts(Actor.Staff staff) {
        return teams.untold(staff) ? List.of(new Shortcut("fidelity.care-teams.own", "/care-teams")) : List.of();
    }
}
