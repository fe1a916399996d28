package se.framsteg.consent.colleague;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.cases.NamedOutside;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

@Component
class ColleaguesOutside implements NamedOutside {
    private final ColleagueStore colleagues;

    ColleaguesOutside(ColleagueStore colleagues) {
        this.colleagues = colleagues;
    }

    @Override
    public Map<StaffId, String> of(CaseId id) {
        var named = new LinkedHashMap<StaffId, String>();
        colleagues.of(id).stream()
                .filter(one -> one.ended().isEmpty())
                .forEach(one -> named.put(one.id(), one.name() + ", " + one.organisationName()));
        return named;
    }

    @Override
    public void endAllBut(Set<StaffId> kept, CaseId id, StaffId by) {
        of(id).keySet().stream()
                .filter(colleague -> !kept.contains(colleague))
                .forEach(colleague -> colleagues.end(id, colleague, by));
    }
}
