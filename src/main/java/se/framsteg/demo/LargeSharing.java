package se.framsteg.demo;

import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.shared.InitiativeId;

/**
 * Who else may see into the cases of a large initiative: in each that goes on a caseworker of the organisation whose initiative
 * was made before it is named, and the person has said yes to some of it. In the first of an association nobody is.
 */
final class LargeSharing {
    private static final String NEIGHBOUR = """
        (select o.owner_id from initiatives i join initiatives o on o.association_id = i.association_id and o.id < i.id
          where i.id = :initiative order by o.id desc limit 1)\
        """;

    private static final String CONSENTS = """
        insert into consents (id, association_id, participant_id, from_organisation_id, to_organisation_id, purpose)
        select gen_random_uuid(), c.association_id, c.participant_id, c.organisation_id, n.id, 'Samordna stödet'
        from cases c join organisations n on n.id = %s
        where c.initiative_id = :initiative and c.state <> 'ENDED'\
        """.formatted(NEIGHBOUR);

    private static final String ANSWERS = """
        insert into consent_answers (consent_id, number, answer, kinds, valid_until, said_on, how, spoken_reason, recorded_by,
          recorded_at)
        select q.id, 1, 'YES', array['IDENTITY', 'ASSESSMENTS', 'ACTIVITIES', 'WORK'], asked_on() + 180, asked_on(), 'SPOKEN',
          'Sagt vid ett möte', a.staff_id, asked_at()
        from cases c join consents q on q.participant_id = c.participant_id
        join assignments a on a.case_id = c.id and a.to_on is null
        where c.initiative_id = :initiative\
        """;

    private static final String COLLEAGUES = """
        insert into case_colleagues (association_id, case_id, organisation_id, staff_id, named_by, named_at)
        select c.association_id, c.id, s.organisation_id, s.id, a.staff_id, asked_at()
        from (select c.*, row_number() over (order by c.id) as place from cases c
          where c.initiative_id = :initiative and c.state <> 'ENDED') c
        join assignments a on a.case_id = c.id and a.to_on is null
        join (select s.*, row_number() over (order by s.id) - 1 as place, count(*) over () as number
          from staff s join staff_roles r on r.staff_id = s.id and r.role = 'CASEWORKER' where s.organisation_id = %s) s
          on s.place = c.place %% s.number\
        """.formatted(NEIGHBOUR);

    private LargeSharing() {}

    static void share(JdbcClient jdbc, InitiativeId initiative) {
        for (var statement : new String[] {CONSENTS, ANSWERS, COLLEAGUES}) {
            jdbc.sql(statement).param("initiative", initiative.value()).update();
        }
    }
}
