using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Partners;

/// <summary>Partners in the database: types, tiers, areas, weights, validity, and those who sign in for them.</summary>
public abstract class PartnerSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly LocalDate s_day = new(2026, 1, 1);

    [SkippableFact]
    [Trait("Check", "PR-01")]
    public async Task Partner_KeepsTypesTiersAreasWeightAndValidity()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var settings = new PartnerSettings
        {
            Types = [PartnerType.Supplier, PartnerType.Reseller], Weight = 7, ValidFrom = s_day, ValidThrough = s_day.PlusYears(5), Location = new GeoPoint(45.46, 9.19),
            Areas =
            [
                new() { Country = PartnerStory.Italy, Region = "Lombardia" }, new() { Country = PartnerStory.Italy, PostalPrefix = "20" },
                new() { SouthWest = new GeoPoint(40, 170), NorthEast = new GeoPoint(50, -170) },
            ],
        };
        var directory = work.Get<PartnerDirectory>();
        var id = await work.PartnerAsync("Kettle & Sons", settings, tier: null);
        (await directory.GradeAsync(id, "silver", s_day)).WithoutValue().ThrowIfFailed();
        (await directory.GradeAsync(id, "gold", s_day.PlusMonths(6))).WithoutValue().ThrowIfFailed();
        (await directory.GradeAsync(id, null, s_day.PlusMonths(9))).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();

        await using var other = host.Work();
        var found = (await other.Get<PartnerDirectory>().FindAsync("Kettle & Sons"))!;
        (found.Weight, found.ValidFrom, found.ValidThrough, found.Location).Should().Be((7, s_day, s_day.PlusYears(5), new GeoPoint(45.46, 9.19)));
        found.Types.Select(t => t.Type).Should().Equal(PartnerType.Reseller, PartnerType.Supplier);
        found.Areas.Select(a => a.Details).Should().Equal(settings.Areas);
        new[] { s_day.PlusDays(-1), s_day, s_day.PlusMonths(7), s_day.PlusYears(1) }.Select(found.TierOn).Should().Equal(null, "silver", "gold", null);
        (found.IsValidOn(s_day.PlusDays(-1)), found.IsValidOn(s_day), found.IsValidOn(s_day.PlusYears(5).PlusDays(1))).Should().Be((false, true, false));

        (await other.Get<PartnerDirectory>().ConfigureAsync(id, settings with { Types = [PartnerType.Service], Areas = [settings.Areas[1], new() { Country = Country.FromCode("DE") }], Weight = 0 })).WithoutValue().ThrowIfFailed();
        await other.SaveAsync();
        await using var third = host.Work();
        var changed = (await third.Get<PartnerDirectory>().FindAsync(id))!;
        changed.Areas.Select(a => a.Details).Should().Equal(settings.Areas[1], new PartnerAreaDetails { Country = Country.FromCode("DE") });
        changed.Types.Select(t => t.Type).Should().Equal(PartnerType.Service);
        (await third.Get<PartnerDirectory>().ListAsync(new PartnerCriteria { Type = PartnerType.Service })).Items.Should().ContainSingle();
        (await third.Get<PartnerDirectory>().ListAsync(new PartnerCriteria { Type = PartnerType.Reseller })).Items.Should().BeEmpty();
    }

    [SkippableFact]
    [Trait("Check", "PR-01")]
    public async Task Organisation_Merged_TakesThePartnershipAlong()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.PartnerAsync("Kettle & Sons");
        var (absorbed, survivor) = ((await work.Get<PartnerDirectory>().FindAsync(id))!.CustomerId, await work.OrganisationAsync("Kettle Ltd"));
        (await work.Merger.MergeAsync(survivor, absorbed)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        await using var other = host.Work();
        (await other.Get<PartnerDirectory>().FindAsync(id))!.CustomerId.Should().Be(survivor);
    }

    [SkippableFact]
    [Trait("Check", "PR-01")]
    public async Task Invitation_WorksOnce_ForSeventyTwoHours_AndEndsWithTheAccount()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (id, rival) = (await work.PartnerAsync("Kettle & Sons"), await work.PartnerAsync("Teapot Ltd"));
        var accounts = work.Get<PartnerAccounts>();
        var (first, late, taken) = ((await accounts.InviteAsync(id, "Bea", PartnerAccountRole.Administrator)).Value, (await accounts.InviteAsync(id, "Late")).Value, (await accounts.InviteAsync(rival, "Bea again")).Value);
        await work.SaveAsync();
        async Task<string> AcceptAsync(string token, string principal, Actor? actor = null)
        {
            await using var guest = host.Work(new CrmScope(actor ?? Actor.Guest));
            var accepted = await guest.Get<PartnerAccounts>().AcceptAsync(token, principal);
            return accepted.Succeeded && (await guest.UnitOfWork.SaveAsync()).Succeeded ? "" : accepted.Errors[0].Code;
        }

        (await AcceptAsync(first.Token, "somebody", Actor.PortalCustomer("else", []))).Should().Be("ActNotAllowed", "whoever is signed in accepts for itself alone");
        (await AcceptAsync(first.Token, "bea")).Should().BeEmpty();
        (await AcceptAsync(first.Token, "eve")).Should().Be("PartnerTokenUnknown");
        (await AcceptAsync(taken.Token, "bea")).Should().Be("PartnerPrincipalTaken");
        (await AcceptAsync("nonsense", "bea")).Should().Be("PartnerTokenUnknown");
        host.Clock.Advance(Duration.FromHours(72));
        (await AcceptAsync(late.Token, "late")).Should().Be("PartnerTokenUnknown");

        await using var staff = host.Work();
        var actor = (await staff.Get<PartnerPrincipals>().ResolveAsync("bea"))!;
        (actor.Kind, actor.Name, actor.PartnerId()).Should().Be((ActorKind.Partner, "Bea", id));
        actor.ActsFor.Should().Equal(id.ToSubject());
        (await staff.Get<PartnerPrincipals>().ResolveAsync("late")).Should().BeNull();

        await using (var bea = host.Work(new CrmScope(actor)))
        {
            var own = bea.Get<PartnerAccounts>();
            (await own.InviteAsync(rival, "Mole").CodeAsync()).Should().Be("PartnerNotFound", "another partner looks like a missing one");
            var member = (await own.InviteAsync(id, "Mem")).Value;
            await bea.SaveAsync();
            (await AcceptAsync(member.Token, "mem")).Should().BeEmpty();
        }

        await using var later = host.Work();
        await using (var mem = host.Work(new CrmScope((await later.Get<PartnerPrincipals>().ResolveAsync("mem"))!)))
        {
            (await mem.Get<PartnerAccounts>().InviteAsync(id, "More").CodeAsync()).Should().Be("ActNotAllowed");
        }

        await using var last = host.Work();
        (await last.Get<PartnerAccounts>().EndAsync(id, first.Account.Id)).WithoutValue().ThrowIfFailed();
        await last.SaveAsync();
        (await last.Get<PartnerPrincipals>().ResolveAsync("bea")).Should().BeNull();
        (await last.Get<PartnerDirectory>().DeactivateAsync(id, "Unpaid")).WithoutValue().ThrowIfFailed();
        await last.SaveAsync();
        (await last.Get<PartnerPrincipals>().ResolveAsync("mem")).Should().BeNull("nobody signs in for a partner that is not active");
        (await TableContents.ReadAsync(last.Context)).Values.SelectMany(rows => rows).Should().NotContain(row => row.Contains(first.Token), "tokens are kept as hashes");
    }

    [SkippableFact]
    [Trait("Check", "PR-01")]
    public async Task BadInput_IsRefusedWithItsReason()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var directory = work.Get<PartnerDirectory>();
        var person = await work.RegisterAsync();
        var id = await work.PartnerAsync("Kettle & Sons");
        var organisation = await work.OrganisationAsync("Teapot Ltd");
        (await directory.RegisterAsync(CustomerId.New(host.Clock.Now)).CodeAsync()).Should().Be("CustomerNotFound");
        (await directory.RegisterAsync(person).CodeAsync()).Should().Be("PartnerNotAnOrganisation");
        (await directory.RegisterAsync((await directory.FindAsync(id))!.CustomerId).CodeAsync()).Should().Be("PartnerAlreadyRegistered");
        (await directory.RegisterAsync(organisation, " Kettle & Sons ").CodeAsync()).Should().Be("PartnerNameTaken");
        PartnerSettings[] wrong =
        [
            new() { Weight = -1 }, new() { Weight = 1_001 }, new() { Types = [] }, new() { Types = [(PartnerType)99] }, new() { ValidFrom = s_day, ValidThrough = s_day.PlusDays(-1) },
            new() { Areas = [new()] }, new() { Areas = [new() { Region = "Lombardia" }] }, new() { Areas = [new() { SouthWest = new GeoPoint(1, 1) }] },
            new() { Areas = [new() { SouthWest = new GeoPoint(2, 1), NorthEast = new GeoPoint(1, 1) }] }, new() { Areas = [new() { Country = PartnerStory.Italy, Region = "a\nb" }] },
        ];
        foreach (var settings in wrong)
        {
            (await directory.RegisterAsync(organisation, null, settings).CodeAsync()).Should().Be("InvalidValue");
            (await directory.ConfigureAsync(id, settings).CodeAsync()).Should().Be("InvalidValue");
        }

        (await directory.ConfigureAsync(id, new(), expectedVersion: 99).CodeAsync()).Should().Be("VersionConflict");
        (await directory.GradeAsync(id, "tin").CodeAsync()).Should().Be("PartnerTierUnknown");
        (await directory.GradeAsync(id, "gold", s_day.PlusYears(-10)).CodeAsync()).Should().Be("PartnerTierInPast");
        (await directory.ActivateAsync(id).CodeAsync()).Should().Be("PartnerActive");
        (await directory.DeactivateAsync(PartnerId.New(host.Clock.Now), "x").CodeAsync()).Should().Be("PartnerNotFound");
        (await directory.DeactivateAsync(id, " ").CodeAsync()).Should().Be("InvalidValue");
        (await work.Get<PartnerAccounts>().EndAsync(id, PartnerAccountId.New(host.Clock.Now)).CodeAsync()).Should().Be("PartnerAccountNotFound");
        (await work.Get<PartnerAccounts>().InviteAsync(id, "").CodeAsync()).Should().Be("InvalidValue");
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Get<PartnerDirectory>().RegisterAsync(organisation).CodeAsync()).Should().Be("ActNotAllowed");
        (await guest.Get<PartnerAccounts>().InviteAsync(id, "Eve").CodeAsync()).Should().Be("PartnerNotFound");
    }
}
