package se.framsteg.fidelity.measure;

import java.math.BigDecimal;

/**
 * What the specialists have logged on their days, counted. Contacts unless something else is said.
 *
 * @param specialists of the window
 * @param weeks of all of them together
 * @param minutes of all contacts
 * @param employmentMinutes of those that were not about other services
 * @param communityMinutes of those out in the community or at somebody's home
 * @param silent specialists who have logged nothing
 * @param authorityDays days on which a specialist talked with FK or AF, in any way
 * @param authorityMeetingDays those on which they met
 * @param withoutAuthorities specialists who never talked with either
 * @param aboutPeople with employers, for somebody in particular
 * @param matching those which went with what the person wishes for
 * @param untold those of which that is not told
 * @param employersMet those which were face to face
 * @param allPhases specialists who worked in all six phases
 * @param fivePhases specialists who worked in five
 * @param fewestPhases of the specialist who worked in fewest
 * @param teamMeetings days on which a specialist met a care team
 * @param unitMeetings days on which a specialist met the unit
 * @param missed tries: the other did not come or answer
 * @param personsMet with the person, who came
 * @param personsMetOut those out in the community or at home
 * @param relatives with relatives
 * @param employers with employers, with what came of them
 * @param employersInPerson those which were face to face
 * @param learntNeeds those at which the employer's needs were learnt
 * @param openings those about an opening
 * @param employersAgain employers met more than once
 * @param employerSupport with employers where somebody works
 */
record LogFigures(
        long specialists,
        BigDecimal weeks,
        long contacts,
        BigDecimal minutes,
        BigDecimal employmentMinutes,
        BigDecimal communityMinutes,
        int silent,
        long authorityDays,
        long authorityMeetingDays,
        int withoutAuthorities,
        long aboutPeople,
        long matching,
        int untold,
        long employersMet,
        long allPhases,
        long fivePhases,
        long fewestPhases,
        long teamMeetings,
        long unitMeetings,
        long missed,
        long personsMet,
        long personsMetOut,
        long relatives,
        long employers,
        long employersInPerson,
        long learntNeeds,
        long openings,
        long employersAgain,
        long employerSupport) {

    /** One reading for all: the log is by far the largest that is read. */
    static final String COUNTED = Statements.LOGGED + """
        , authorities as (
          select logged_by, day, bool_or(face_to_face) as face_to_face from logged
          where (kind in ('FK', 'AF') or took_part && array['FK', 'AF']) and not missed group by logged_by, day),
        phases as (select logged_by, count(distinct phase) as phases from logged where phase not in ('SEVERAL', 'OTHER_SERVICES')
          group by logged_by),
        met as (
          select h.head_id, x.outcome, k.face_to_face from logged k join employer_contacts x on x.contact_id = k.contact_id
          join employer_heads h on h.id = x.employer_id where k.kind = 'EMPLOYER')
        select (select count(distinct staff_id) from roster) as specialists, (select coalesce(sum(days), 0) / 7.0 from roster) as weeks,
          count(*) as contacts, coalesce(sum(minutes), 0) as minutes,
          coalesce(sum(minutes) filter (where phase <> 'OTHER_SERVICES'), 0) as employment_minutes,
          coalesce(sum(minutes) filter (where place in ('COMMUNITY', 'HOME')), 0) as community_minutes,
          (select count(distinct staff_id) from roster r where not exists (select from logged k where k.logged_by = r.staff_id)) as silent,
          (select count(*) from authorities) as authority_days,
          (select count(*) from authorities where face_to_face) as authority_meeting_days,
          (select count(distinct staff_id) from roster r where not exists (select from authorities a where a.logged_by = r.staff_id))
            as without_authorities,
          count(*) filter (where kind = 'EMPLOYER' and reached > 0) as about_people,
          count(*) filter (where kind = 'EMPLOYER' and reached > 0 and matches) as matching,
          count(*) filter (where kind = 'EMPLOYER' and reached > 0 and matches is null) as untold,
          count(*) filter (where kind = 'EMPLOYER' and reached > 0 and face_to_face) as employers_met,
          (select count(*) from phases where phases = 6) as all_phases, (select count(*) from phases where phases = 5) as five_phases,
          (select coalesce(min(phases), 0) from phases) as fewest_phases,
          count(distinct (logged_by, day)) filter (where kind = 'TEAM_MEETING') as team_meetings,
          count(distinct (logged_by, day)) filter (where kind = 'UNIT_MEETING') as unit_meetings,
          count(*) filter (where missed) as missed, count(*) filter (where kind = 'WITH_PERSON' and not missed) as persons_met,
          count(*) filter (where kind = 'WITH_PERSON' and not missed and place in ('COMMUNITY', 'HOME')) as persons_met_out,
          count(*) filter (where kind = 'RELATIVE') as relatives,
          (select count(*) from met) as employers, (select count(*) from met where face_to_face) as employers_in_person,
          (select count(*) from met where outcome = 'LEARNT_NEEDS') as learnt_needs,
          (select count(*) from met where outcome in ('ASKED_OPENING', 'ANSWERED_ADVERT')) as openings,
          (select count(*) from (select head_id from met where face_to_face group by head_id having count(*) > 1) m) as employers_again,
          count(*) filter (where kind = 'EMPLOYER' and phase in ('COACHING', 'FOLLOW_ALONG')) as employer_support
        from logged\
        """;
}
