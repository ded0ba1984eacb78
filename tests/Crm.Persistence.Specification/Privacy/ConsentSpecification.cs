using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Privacy;

/// <summary>The consent ledger through its front door and back: proofs, withdrawals of any breadth, double opt-in.</summary>
[Trait("Check", "CM-12")]
public abstract class ConsentSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Record_Grant_IsKeptWithEverythingThatProvesIt()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync();
        var since = host.Clock.Now - Duration.FromDays(3);
        var made = (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(id, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "web-form")
        {
            Basis = LawfulBasis.LegitimateInterests, Wording = "newsletter v3", Proof = "form 4711\nchecked", Origin = ConsentOrigin.Person, At = since, Until = since + Duration.FromDays(30),
        })).Value;
        await work.SaveAsync();

        await using var again = host.Work();
        var read = (await again.Get<ConsentDesk>().HistoryAsync(id)).Should().ContainSingle().Subject;
        read.Should().Be(new ConsentRecord(
            made.Id, id, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, LawfulBasis.LegitimateInterests, ConsentOrigin.Person, "web-form", "newsletter v3",
            "form 4711\nchecked", since, host.Clock.Now, since + Duration.FromDays(30), "ada", "Ada Agent", null, null));
        (await again.History.TimelineAsync(id.ToSubject())).Items.Should().Contain(i => i.Kind == "consent-granted" && i.Text == "marketing, email");
        (await Traces.OfAsync(host, made.Id.Value)).Outbox.Single().EventName.Should().Be("privacy.consent-recorded");
    }

    [SkippableFact]
    public async Task Withdraw_OfAnyBreadth_CoversWhatItNames()
    {
        var host = await HostAsync(s => s.Crm = o => o.Purposes.Register(new ConsentPurpose(new PurposeKey("news"), "News", PurposeKind.Marketing)));
        await using var work = host.Work();
        var news = new PurposeKey("news");
        var desk = work.Get<ConsentDesk>();
        foreach (var (purpose, channel, left) in new (PurposeKey?, ChannelKey?, int)[] { (news, Channels.Email, 3), (news, null, 2), (null, Channels.Email, 2), (null, null, 0) })
        {
            var id = await work.RegisterAsync();
            foreach (var granted in new[] { news, Purposes.Marketing })
            {
                (await desk.RecordAsync(Grant(id, granted, Channels.Email))).Succeeded.Should().BeTrue();
                (await desk.RecordAsync(Grant(id, granted, Channels.Sms))).Succeeded.Should().BeTrue();
            }

            host.Clock.Advance(Duration.FromHours(1));
            (await desk.WithdrawAsync(id, purpose, channel, "call")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            (await desk.StatesAsync(id)).Count(s => s.Standing == ConsentStanding.Granted).Should().Be(left);
            (await desk.StatesAsync(id, host.Clock.Now - Duration.FromMinutes(1))).Should().OnlyContain(s => s.Standing == ConsentStanding.Granted, "the past stays as it was");
            host.Clock.Advance(Duration.FromHours(1));
            (await desk.RecordAsync(Grant(id, news, Channels.Email) with { Origin = ConsentOrigin.Automatic })).Succeeded.Should().BeTrue();
            (await desk.StatesAsync(id)).Single(s => s.Purpose == news && s.Channel == Channels.Email).Standing.Should().Be(ConsentStanding.Withdrawn, "software has no proof");
            (await desk.RecordAsync(Grant(id, news, Channels.Email))).Succeeded.Should().BeTrue();
            (await desk.StatesAsync(id)).Single(s => s.Purpose == news && s.Channel == Channels.Email).Standing.Should().Be(ConsentStanding.Granted);
            await work.SaveAsync();
        }
    }

    [SkippableFact]
    public async Task Record_WhatMakesNoSense_IsRefusedAndChangesNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync();
        var before = await DatabaseState.ReadAsync(work.Context);
        var desk = work.Get<ConsentDesk>();
        var fine = Grant(id, Purposes.Marketing, Channels.Email);
        foreach (var (details, code) in new[]
        {
            (fine with { Purpose = new PurposeKey("unheard-of") }, "PurposeUnknown"),
            (fine with { Channel = new ChannelKey("pigeon") }, "ChannelUnknown"),
            (fine with { CustomerId = CustomerId.New(host.Clock.Now) }, "CustomerNotFound"),
            (fine with { Purpose = null }, "InvalidValue"),
            (fine with { Channel = null }, "InvalidValue"),
            (fine with { Source = " " }, "InvalidValue"),
            (fine with { Source = "a\nb" }, "InvalidValue"),
            (fine with { Proof = "a\0b" }, "InvalidValue"),
            (fine with { Proof = new string('x', ConsentEntry.MaxProofLength + 1) }, "InvalidValue"),
            (fine with { At = host.Clock.Now + Duration.FromSeconds(1) }, "InvalidValue"),
            (fine with { Until = host.Clock.Now }, "InvalidValue"),
            (fine with { Status = (ConsentStatus)9 }, "InvalidValue"),
            (fine with { Basis = (LawfulBasis)9 }, "InvalidValue"),
        })
        {
            (await desk.RecordAsync(details)).Errors.Select(e => e.Code).Should().Equal([code], details.ToString());
        }

        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Get<ConsentDesk>().RecordAsync(fine)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Get<ConsentDesk>().WithdrawAsync(id, null, null, "x")).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Get<ConsentDesk>().RequestOptInAsync(fine)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Get<ConsentDesk>().HistoryAsync(id)).Should().BeEmpty();
        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task Withdraw_PortalCustomer_ReachesItsOwnOnly()
    {
        var host = await HostAsync();
        CustomerId mine, other;
        await using (var work = host.Work())
        {
            (mine, other) = (await work.RegisterAsync(), await work.RegisterAsync());
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [mine.ToSubject()])));
        var entry = (await portal.Get<ConsentDesk>().WithdrawAsync(mine, null, null, "portal", ConsentOrigin.Automatic)).Value;
        (entry.Origin, entry.ActorId).Should().Be((ConsentOrigin.Person, "p-1"));
        (await portal.Get<ConsentDesk>().WithdrawAsync(other, null, null, "portal")).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<ConsentDesk>().RecordAsync(Grant(mine, Purposes.Marketing, Channels.Email))).Errors.Single().Code.Should().Be("ActNotAllowed");
        await portal.SaveAsync();
        (await portal.Get<ConsentDesk>().HistoryAsync(mine)).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task DoubleOptIn_ConfirmedByAGuest_GrantsOnceWithProof()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        var ticket = (await work.Get<ConsentDesk>().RequestOptInAsync(Grant(id, Purposes.Marketing, Channels.Email) with { Wording = "v2" }, Duration.FromDays(2))).Value;
        await work.SaveAsync();
        ticket.Token.Should().HaveLength(43);
        ticket.ExpiresAt.Should().Be(host.Clock.Now + Duration.FromDays(2));
        (await TableContents.ReadAsync(work.Context)).SelectMany(t => t.Value).Should().NotContain(row => row.Contains(ticket.Token, StringComparison.Ordinal), "the token is kept as a hash");
        (await StandingAsync(work, id)).Should().Be(ConsentStanding.Pending);
        host.Clock.Advance(Duration.FromDays(1));

        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Get<ConsentDesk>().ConfirmOptInAsync(ticket.Token[..^1])).Errors.Single().Code.Should().Be("OptInTokenInvalid");
        (await guest.Get<ConsentDesk>().ConfirmOptInAsync(new string('A', 43))).Errors.Single().Code.Should().Be("OptInTokenInvalid");
        var grant = (await guest.Get<ConsentDesk>().ConfirmOptInAsync(ticket.Token, "from 192.0.2.1")).Value;
        (await guest.Get<ConsentDesk>().ConfirmOptInAsync(ticket.Token)).Errors.Single().Code.Should().Be("OptInAlreadyConfirmed", "before the save too");
        await guest.SaveAsync();
        (grant.Proof, grant.Wording, grant.Origin, grant.AnswersId).Should().Be(($"double opt-in {ticket.RequestId}: from 192.0.2.1", "v2", ConsentOrigin.Person, ticket.RequestId));
        (await guest.Get<ConsentDesk>().ConfirmOptInAsync(ticket.Token)).Errors.Single().Code.Should().Be("OptInAlreadyConfirmed");
        (await StandingAsync(work, id)).Should().Be(ConsentStanding.Granted);
        host.Clock.Advance(Duration.FromDays(9));
        (await StandingAsync(work, id)).Should().Be(ConsentStanding.Granted, "the request ran out, the grant did not");
    }

    [SkippableFact]
    public async Task DoubleOptIn_TooLateOrWithdrawn_IsRefused()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        var desk = work.Get<ConsentDesk>();
        var details = Grant(id, Purposes.Marketing, Channels.Email);
        (await desk.RequestOptInAsync(details, Duration.Zero)).Errors.Single().Code.Should().Be("InvalidValue");
        (await desk.RequestOptInAsync(details, Duration.FromDays(91))).Errors.Single().Code.Should().Be("InvalidValue");
        var late = (await desk.RequestOptInAsync(details, Duration.FromDays(1))).Value;
        var withdrawn = (await desk.RequestOptInAsync(details)).Value;
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromDays(1));
        (await desk.ConfirmOptInAsync(late.Token)).Errors.Single().Code.Should().Be("OptInExpired");
        (await desk.WithdrawAsync(id, null, null, "call")).Succeeded.Should().BeTrue();
        (await desk.ConfirmOptInAsync(withdrawn.Token)).Errors.Single().Code.Should().Be("OptInWithdrawn");
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromMinutes(1));
        var anew = (await desk.RequestOptInAsync(details)).Value;
        await work.SaveAsync();
        (await StandingAsync(work, id)).Should().Be(ConsentStanding.Withdrawn, "a request lifts no withdrawal");
        host.Clock.Advance(Duration.FromMinutes(1));
        (await desk.ConfirmOptInAsync(anew.Token)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await StandingAsync(work, id)).Should().Be(ConsentStanding.Granted);
    }

    [SkippableFact]
    public async Task DoubleOptIn_ConfirmedTwiceAtTheSameTime_GrantsOnce()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync();
        var ticket = (await work.Get<ConsentDesk>().RequestOptInAsync(Grant(id, Purposes.Marketing, Channels.Email))).Value;
        await work.SaveAsync();
        await using var first = host.Work();
        await using var second = host.Work();
        (await first.Get<ConsentDesk>().ConfirmOptInAsync(ticket.Token)).Succeeded.Should().BeTrue();
        (await second.Get<ConsentDesk>().ConfirmOptInAsync(ticket.Token)).Succeeded.Should().BeTrue();
        await first.SaveAsync();
        (await second.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("AlreadyExists");
        (await work.Context.Set<ConsentEntry>().CountAsync(e => e.Status == ConsentStatus.Granted)).Should().Be(1);
    }

    private static ConsentDetails Grant(CustomerId id, PurposeKey purpose, ChannelKey channel) => new(id, purpose, channel, ConsentStatus.Granted, "test");

    private static async Task<ConsentStanding> StandingAsync(CrmWork<SpecificationContext> work, CustomerId id) =>
        (await work.Get<ConsentDesk>().StatesAsync(id)).Single(s => s.Purpose == Purposes.Marketing && s.Channel == Channels.Email).Standing;
}
