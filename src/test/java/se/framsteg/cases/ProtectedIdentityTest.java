package se.framsteg.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.testing.OwnerSql;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

@FramstegTest
class ProtectedIdentityTest {
    @Autowired
    World world;

    @Autowired
    Referrals referrals;

    @Autowired
    Cases cases;

    @Autowired
    Participants participants;

    @Autowired
    CasesToDo toDos;

    @Autowired
    OwnerSql jdbc;

    private World.Place place;
    private Actor.Staff unnamed;

    @BeforeEach
    void aSecondLeadOfTheSameInitiative() {
        place = world.place();
        unnamed = world.person(place.kommun(), "Lars Ledare", Role.LEAD);
        jdbc.sql("insert into initiative_leads (initiative_id, staff_id) values (?, ?)")
                .param(place.initiative().value())
                .param(unnamed.id().value())
                .update();
    }

    @Test
    void aLeadWhoIsNotNamedMeetsThePersonNowhere() {
        var referral = world.aCase(place).protectedIdentity().referred();
        var id = world.aCase(place).protectedIdentity().called("Skyddad Prov").started();
        assertThat(referrals.list(unnamed, Optional.empty(), 1).rows()).isEmpty();
        assertThat(cases.list(unnamed, CaseFilter.ALL, "", 1).rows()).isEmpty();
        assertThat(cases.list(unnamed, CaseFilter.ALL, "Skyddad", 1).rows()).isEmpty();
        assertThat(toDos.toDo(unnamed)).isEmpty();
        assertThatThrownBy(() -> referrals.see(unnamed, referral)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> cases.see(unnamed, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> participants.see(unnamed, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theNamedLeadAndTheCaseworkerSeeThePersonWithAMark() {
        var id = world.aCase(place).protectedIdentity().started();
        assertThat(cases.see(place.lead(), id).frame().protectedIdentity()).isTrue();
        assertThat(cases.see(place.caseworker(), id).frame().protectedIdentity())
                .isTrue();
    }

    @Test
    void namingALeadOpensTheCaseAndTakingItAwayClosesIt() {
        var id = world.aCase(place).protectedIdentity().started();
        participants.name(place.caseworker(), id, unnamed.id()).orThrow();
        assertThat(cases.see(unnamed, id).frame().id()).isEqualTo(id);
        participants.unname(unnamed, id, unnamed.id()).orThrow();
        assertThatThrownBy(() -> cases.see(unnamed, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theLastNamedLeadStays() {
        var id = world.aCase(place).protectedIdentity().started();
        assertThat(participants.unname(place.caseworker(), id, place.lead().id()))
                .isEqualTo(Result.refused("", "named.last"));
        assertThat(participants.name(place.lead(), id, place.officer().id())).isInstanceOf(Result.Refused.class);
    }

    @Test
    void onlyThoseWhoLeadTheInitiativeCanBeNamed() {
        var id = world.aCase(place).protectedIdentity().started();
        assertThat(participants.name(place.lead(), id, place.otherCaseworker().id()))
                .isEqualTo(Result.refused("staff", "named.staff.required"));
        assertThatThrownBy(() -> cases.see(place.otherCaseworker(), id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPersonWithoutProtectionHasNobodyNamed() {
        var id = world.aCase(place).started();
        assertThatThrownBy(() -> participants.name(place.lead(), id, unnamed.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aReferralWithoutANamedLeadIsRefused() {
        var good = world.aCase(place).protectedIdentity().referral();
        var bad = new NewReferral(
                good.id(),
                good.initiative(),
                good.person(),
                good.receivedOn(),
                good.source(),
                good.sourceName(),
                good.reason(),
                "",
                good.agreedOn(),
                Set.of(place.caseworker().id()));
        assertThat(referrals.register(place.caseworker(), bad)).isEqualTo(Result.refused("named", "named.required"));
    }

    @Test
    void protectionThatComesLaterNeedsALeadAndDropsTheAddress() {
        var id = world.aCase(place).started();
        var person = withAddress(Protection.PROTECTED_REGISTRATION);
        assertThat(participants.change(place.caseworker(), id, 0, person, Set.of()))
                .isEqualTo(Result.refused("named", "named.required"));
        participants
                .change(place.caseworker(), id, 0, person, Set.of(place.lead().id()))
                .orThrow();
        assertThat(addressOf(id)).isEmpty();
        assertThatThrownBy(() -> cases.see(unnamed, id)).isInstanceOf(NotFoundException.class);
        assertThat(cases.see(place.lead(), id).frame().protectedIdentity()).isTrue();
    }

    @Test
    void anAddressIsKeptForOthers() {
        var id = world.aCase(place).started();
        participants
                .change(place.caseworker(), id, 0, withAddress(Protection.NONE), Set.of())
                .orThrow();
        assertThat(addressOf(id)).isEqualTo("Provgatan 1");
        assertThat(participants.change(place.lead(), id, 0, withAddress(Protection.NONE), Set.of()))
                .isInstanceOf(Result.Stale.class);
    }

    private String addressOf(CaseId id) {
        return participants.see(place.caseworker(), id).person() instanceof Person.Known known
                ? known.contact().address()
                : "anonymous";
    }

    private static Person withAddress(Protection protection) {
        return new Person.Known(
                "Prov Provsson",
                Optional.empty(),
                LegalSex.MAN,
                "",
                new Person.Contact("", "", "Provgatan 1", ""),
                "sv",
                false,
                protection);
    }
}
