using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Privacy;

/// <summary>Restrictions and legal holds, from when to when.</summary>
public abstract class PrivacyMeasureSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "CM-12")]
    public async Task Restriction_WhileInForce_StopsEveryPurpose()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(id, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form"))).Succeeded.Should().BeTrue();
        var before = host.Clock.Now;
        host.Clock.Advance(Duration.FromHours(1));
        var placed = (await work.Get<PrivacyMeasures>().PlaceAsync(id, PrivacyMeasureKind.Restriction, "contests the address")).Value;
        (await work.Get<PrivacyMeasures>().PlaceAsync(id, PrivacyMeasureKind.LegalHold, "lawsuit", host.Clock.Now + Duration.FromDays(2))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        foreach (var purpose in new[] { Purposes.Marketing, Purposes.Transactional })
        {
            (await work.Get<ContactPermissions>().MayContactAsync(id, purpose, Channels.Email)).Value.Barriers.Should().Equal(ContactBarrier.Restricted);
            (await work.Get<ContactPermissions>().MayContactAsync(id, purpose, Channels.Email, before)).Value.MayContact.Should().BeTrue();
        }

        host.Clock.Advance(Duration.FromDays(2));
        (await work.Get<PrivacyMeasures>().LiftAsync(placed.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Get<PrivacyMeasures>().LiftAsync(placed.Id)).Errors.Single().Code.Should().Be("PrivacyMeasureNotInForce");
        (await work.Get<ContactPermissions>().MayContactAsync(id, Purposes.Transactional, Channels.Email)).Value.MayContact.Should().BeTrue();
        await using var again = host.Work();
        var all = await again.Get<PrivacyMeasures>().OfAsync(id);
        all.Select(m => (m.Kind, m.IsInForce(host.Clock.Now), m.IsInForce(host.Clock.Now - Duration.FromDays(1)), m.LiftedById)).Should().BeEquivalentTo(
            new[] { (PrivacyMeasureKind.Restriction, false, true, (string?)"ada"), (PrivacyMeasureKind.LegalHold, false, true, null) });
        (await again.Get<PrivacyMeasures>().LiftAsync(all.Single(m => m.Kind == PrivacyMeasureKind.LegalHold).Id)).Errors.Single().Code.Should().Be("PrivacyMeasureNotInForce", "it ended by itself");
        (await again.History.TimelineAsync(id.ToSubject())).Items.Select(i => i.Kind).Should().Contain(["restriction-placed", "restriction-lifted", "legal-hold-placed"]);
    }

    [SkippableFact]
    [Trait("Check", "CM-10")]
    public async Task Measures_OfBothCustomers_HoldAfterAMerge()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (survivor, absorbed) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync());
        (await work.Get<PrivacyMeasures>().PlaceAsync(absorbed, PrivacyMeasureKind.Restriction, "asked by letter")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var merge = (await work.Merger.MergeAsync(survivor, absorbed)).Value.Id!.Value;
        (await work.Get<ContactPermissions>().MayContactAsync(survivor, Purposes.Transactional, Channels.Email)).Value.Reason.Should().Be(ContactBarrier.Restricted);
        (await work.Merger.UnmergeAsync(merge)).Succeeded.Should().BeTrue();
        (await work.Get<ContactPermissions>().MayContactAsync(survivor, Purposes.Transactional, Channels.Email)).Value.MayContact.Should().BeTrue();
    }

    [SkippableFact]
    public async Task Place_WhatMakesNoSense_IsRefusedAndChangesNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync();
        var before = await DatabaseState.ReadAsync(work.Context);
        var measures = work.Get<PrivacyMeasures>();
        (await measures.PlaceAsync(id, PrivacyMeasureKind.LegalHold, " ")).Errors.Single().Code.Should().Be("InvalidValue");
        (await measures.PlaceAsync(id, (PrivacyMeasureKind)7, "x")).Errors.Single().Code.Should().Be("InvalidValue");
        (await measures.PlaceAsync(id, PrivacyMeasureKind.LegalHold, "x", host.Clock.Now)).Errors.Single().Code.Should().Be("InvalidValue");
        (await measures.PlaceAsync(CustomerId.New(host.Clock.Now), PrivacyMeasureKind.LegalHold, "x")).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await measures.LiftAsync(PrivacyMeasureId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("PrivacyMeasureNotFound");
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p", [id.ToSubject()])));
        (await portal.Get<PrivacyMeasures>().PlaceAsync(id, PrivacyMeasureKind.Restriction, "x")).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<PrivacyMeasures>().OfAsync(id)).Should().BeEmpty();
        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }
}
