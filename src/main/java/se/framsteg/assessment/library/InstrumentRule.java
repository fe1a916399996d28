package se.framsteg.assessment.library;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.audit.Trace;
import se.framsteg.shared.InstrumentId;

/** All staff may read what is asked. */
@Component
class InstrumentRule implements Rule<InstrumentId> {
    private final JdbcClient jdbc;

    InstrumentRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<InstrumentId> about() {
        return InstrumentId.class;
    }

    @Override
    public Set<Action> allowed(Actor actor, InstrumentId instrument) {
        return switch (actor) {
            case Actor.Staff _, Actor.Installation _ ->
                exists(instrument) ? EnumSet.of(Action.SEE_INSTRUMENT) : Set.of();
            case Actor.Respondent _ -> Set.of();
        };
    }

    private boolean exists(InstrumentId instrument) {
        return jdbc.sql("select exists (select from instruments where id = ? and state <> 'DRAFT')")
                .param(instrument.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Trace trace(InstrumentId instrument) {
        return Trace.of("instrument", instrument, null);
    }
}
