using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Campaigns from the draft to the return: audience, control group, sending, responses, test of variants, revenue.</summary>
public abstract class CampaignSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private readonly CampaignHosts.Outbox _mail = new();

    [SkippableFact]
    [Trait("Check", "EM-03")]
    public async Task Campaign_WithControlGroup_SendsCountsAndPaysBack()
    {
        var host = await SendingAsync();
        var guests = await GuestsAsync(host, 20);
        var never = await host.ReadyAsync("Never", consents: false);
        await host.PrepareAsync([.. guests, never]);
        var id = await host.ScheduleAsync(Draft() with { ControlShare = .3m, Seed = 5, Budget = Known.Eur(500) });
        await host.RunAsync();

        var recipients = await host.RecipientsAsync();
        recipients.Select(r => r.CustomerId).Should().BeEquivalentTo([.. guests, never], "everybody has one place");
        recipients.Single(r => r.CustomerId == never).Should().Match<CampaignRecipient>(r => r.Status == CampaignRecipientStatus.Skipped && r.Reason == SkipReason.NoConsent);
        var control = recipients.Where(r => r.Status == CampaignRecipientStatus.Control).Select(r => r.CustomerId).ToList();
        control.Should().BeEquivalentTo(guests.Where(g => CampaignDraws.Of(5, g, "control") < .3)).And.NotBeEmpty();
        var sent = recipients.Where(r => r.Status == CampaignRecipientStatus.Sent).ToList();
        (sent.Count + control.Count).Should().Be(20);
        _mail.Sent.Should().HaveCount(sent.Count);

        // One of those who got it buys for 100, one of the control group for 50, both within the window.
        host.Clock.Advance(Duration.FromDays(2));
        await BuyAsync(host, sent[0].CustomerId, 100);
        await BuyAsync(host, control[0], 50);
        await host.DeliverAsync();
        await using var work = host.Work();
        (await work.Get<Campaigns>().AddCostAsync("spring", "Design", Known.Eur(30), new LocalDate(2026, 6, 1))).Succeeded.Should().BeTrue();
        (await work.Get<Campaigns>().AddCostAsync("spring", "Mistake", Known.Eur(7), new LocalDate(2026, 6, 1))).Succeeded.Should().BeTrue();
        (await work.Get<Campaigns>().AddCostAsync("spring", "Mailing", Known.Eur(10), new LocalDate(2026, 6, 2))).Succeeded.Should().BeTrue();
        (await work.Get<Campaigns>().RemoveCostAsync("spring", 2)).Succeeded.Should().BeTrue();
        (await work.Get<Campaigns>().AddCostAsync("spring", "Travel", new Money(5, Currency.Usd), new LocalDate(2026, 6, 2))).Errors.Should().ContainSingle(e => e.Code == nameof(CrmErrorDescriber.InvalidValue));
        await work.SaveAsync();
        var outcome = (await work.Get<CampaignReports>().OutcomeAsync("spring")).Value;
        (outcome.Summary.Status, outcome.Summary.Cost, outcome.Summary.Budget).Should().Be((CampaignStatus.Finished, Known.Eur(40), Known.Eur(500)));
        outcome.Rows.Sum(r => r.Recipients).Should().Be(21, "each recipient is in one row");
        outcome.Rows.Sum(r => r.Converted).Should().Be(1, "an order within the window is a conversion of what was sent");
        outcome.Effect.Should().Match<CampaignEffect>(e => e.Treated == sent.Count && e.TreatedBuyers == 1 && e.Control == control.Count && e.ControlBuyers == 1);
        outcome.Effect!.Difference.Should().Be(TwoProportions.Difference(1, sent.Count, 1, control.Count));

        var report = (await work.Get<CampaignReports>().AttributionAsync(new AttributionQuestion(host.Clock.Now - Duration.FromDays(1), host.Clock.Now + Duration.FromDays(1)))).Value;
        report.Rows.Select(r => (r.Campaign, r.Revenue)).Should().Equal(("spring", Known.Eur(100)), (null, Known.Eur(50)));
        report.Rows[0].Should().Match<CampaignRevenue>(r => r.Cost == Known.Eur(40) && r.ReturnOnInvestment == 1.5m);
        (await work.Get<CampaignReports>().FindAsync("spring"))!.Costs.Select(c => c.Number).Should().Equal(1, 3);
        id.Should().Be(outcome.Summary.Id);
    }

    [SkippableFact]
    [Trait("Check", "EM-03")]
    public async Task Cost_ManyOrders_CountsOnce()
    {
        var host = await SendingAsync();
        var guests = await GuestsAsync(host, 3);
        await host.PrepareAsync(guests);
        await host.ScheduleAsync(Draft());
        await host.RunAsync();
        host.Clock.Advance(Duration.FromDays(1));
        foreach (var guest in guests.Concat(guests))
        {
            await BuyAsync(host, guest, 10);
        }

        await using var work = host.Work();
        (await work.Get<Campaigns>().AddCostAsync("spring", "Design", Known.Eur(30), new LocalDate(2026, 6, 1))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var question = new AttributionQuestion(host.Clock.Now - Duration.FromDays(2), host.Clock.Now + Duration.FromDays(1)) { Model = AttributionModel.Linear };
        (await work.Get<CampaignReports>().AttributionAsync(question)).Value.Rows.Should().ContainSingle()
            .Which.Should().Match<CampaignRevenue>(r => r.Revenue == Known.Eur(60) && r.Facts == 6 && r.Cost == Known.Eur(30) && r.ReturnOnInvestment == 1);
    }

    [SkippableFact]
    [Trait("Check", "EM-07")]
    public async Task OptOut_BetweenPlanAndSend_ReachesWhatIsQueued()
    {
        var host = await SendingAsync();
        var (anna, bob) = (await host.ReadyAsync("Anna"), await host.ReadyAsync("Bob"));
        await host.PrepareAsync([anna, bob]);
        await host.ScheduleAsync(Draft());
        await host.AdvanceAsync();
        await WithdrawAsync(host, anna);
        await using (var work = host.Work())
        {
            (await work.Get<CampaignRuns>().DispatchAsync()).Value.Should().Be(2);
        }

        await WithdrawAsync(host, bob);
        await host.DeliverAsync();
        _mail.Sent.Should().BeEmpty();
        (await host.RecipientsAsync()).Should().OnlyContain(r => r.Status == CampaignRecipientStatus.Skipped && r.Reason == SkipReason.OptedOut);
        await using var look = host.Work();
        (await look.Context.Set<PlannedSending>().CountAsync()).Should().Be(0, "their places are free again");
    }

    [SkippableFact]
    [Trait("Check", "EM-07")]
    public async Task Campaign_WithoutPurpose_IsAdvertising()
    {
        var host = await SendingAsync();
        var never = await host.ReadyAsync("Never", consents: false);
        await host.PrepareAsync([never]);
        await host.ScheduleAsync(Draft() with { Purpose = null });
        await host.RunAsync();
        _mail.Sent.Should().BeEmpty();
        (await host.RecipientsAsync()).Single().Reason.Should().Be(SkipReason.NoConsent);
        await using var work = host.Work();
        (await work.Get<Campaigns>().CreateAsync(Draft() with { Key = "other", Purpose = Purposes.Transactional })).Errors.Should()
            .ContainSingle(e => e.Code == nameof(CrmErrorDescriber.CampaignTemplateUnsuitable), "its template is advertising");
    }

    [SkippableFact]
    [Trait("Check", "EM-11")]
    public async Task Test_ClearWinner_GoesToTheRest()
    {
        var host = await SendingAsync();
        var guests = await GuestsAsync(host, 60);
        await host.PrepareAsync(guests);
        await host.ScheduleAsync(Draft() with
        {
            Variants = [new("A", "a"), new("B", "b")], Seed = 3, Test = new CampaignTest(WinnerMetric.Click, Duration.FromHours(24), .8m, "A") { Confidence = .9m },
        });
        await host.RunAsync();
        var test = (await host.RecipientsAsync()).Where(r => r.IsTest).ToList();
        (await host.RecipientsAsync()).Where(r => !r.IsTest).Should().OnlyContain(r => r.Status == CampaignRecipientStatus.Waiting).And.NotBeEmpty();
        test.Should().OnlyContain(r => r.Status == CampaignRecipientStatus.Sent && r.Variant == (CampaignDraws.Of(3, r.CustomerId, "variant") * 2 < 1 ? "A" : "B"));
        foreach (var recipient in test.Where(r => r.Variant == "B"))
        {
            await host.RespondAsync(recipient.Id, CampaignResponseKind.Clicked, $"click:{recipient.Id}");
        }

        await host.RunAsync();
        (await host.RecipientsAsync()).Should().Contain(r => r.Status == CampaignRecipientStatus.Waiting, "the test is not over");
        host.Clock.Advance(Duration.FromHours(24));
        await host.RunAsync();
        await using var work = host.Work();
        var found = (await work.Get<CampaignReports>().FindAsync("spring"))!;
        (found.Winner, found.Verdict, found.Summary.Status).Should().Be(("B", WinnerVerdict.Significant, CampaignStatus.Finished));
        (await host.RecipientsAsync()).Should().OnlyContain(r => r.Status == CampaignRecipientStatus.Sent && (r.IsTest || r.Variant == "B"));
        _mail.Sent.Should().HaveCount(60);
    }

    [SkippableFact]
    public async Task Window_MissedWhileNobodySent_WaitsForTheNextOne()
    {
        var host = await SendingAsync();
        var anna = await host.ReadyAsync("Anna");
        await using (var work = host.Work())
        {
            await work.Care.PreferAsync(anna, SendingPreferences.TimeZone, "America/New_York");
            await work.SaveAsync();
        }

        await host.PrepareAsync([anna]);
        await host.ScheduleAsync(Draft() with { Window = new SendWindow(new LocalTime(9, 0), new LocalTime(10, 0)) });
        await host.AdvanceAsync();
        var planned = (await host.RecipientsAsync()).Single();
        var there = planned.DueAt!.Value.InZone(DateTimeZoneProviders.Tzdb["America/New_York"]);
        there.Hour.Should().Be(9);
        host.Clock.Advance(planned.DueAt.Value - host.Clock.Now + Duration.FromHours(3));
        await host.RunAsync();
        var again = (await host.RecipientsAsync()).Single();
        again.Should().Match<CampaignRecipient>(r => r.Status == CampaignRecipientStatus.Planned && r.IsPostponed);
        again.DueAt.Should().Be(planned.DueAt + Duration.FromDays(1));
        host.Clock.Advance(again.DueAt!.Value - host.Clock.Now);
        await host.RunAsync();
        _mail.Sent.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task PauseAndCancel_StopWhatIsNotHandedOn()
    {
        var host = await SendingAsync();
        await host.PrepareAsync(await GuestsAsync(host, 2));
        await host.ScheduleAsync(Draft());
        await host.AdvanceAsync();
        await ChangeAsync(host, c => c.PauseAsync("spring"));
        await host.RunAsync();
        _mail.Sent.Should().BeEmpty();
        await ChangeAsync(host, c => c.ResumeAsync("spring"));
        await ChangeAsync(host, c => c.CancelAsync("spring"));
        await host.RunAsync();
        _mail.Sent.Should().BeEmpty();
        (await host.RecipientsAsync()).Should().HaveCount(2).And.OnlyContain(r => r.Status == CampaignRecipientStatus.Skipped && r.Reason == SkipReason.Cancelled && r.DueAt == null);
        await using var work = host.Work();
        (await work.Context.Set<PlannedSending>().CountAsync()).Should().Be(0);
        (await work.Get<Campaigns>().CancelAsync("spring")).Errors.Should().ContainSingle(e => e.Code == nameof(CrmErrorDescriber.CampaignNotInStatus));
        (await work.Get<Campaigns>().PauseAsync("unknown")).Errors.Should().ContainSingle(e => e.Code == nameof(CrmErrorDescriber.CampaignNotFound));
    }

    [SkippableFact]
    public async Task Create_WhatItNamesIsMissing_IsRefused()
    {
        var host = await SendingAsync();
        await host.PrepareAsync([]);
        await using var work = host.Work();
        async Task<string> RefusedAsync(CampaignDraft draft) => (await work.Get<Campaigns>().CreateAsync(draft)).Errors.Single().Code;
        (await RefusedAsync(Draft() with { Segments = ["unknown"] })).Should().Be(nameof(CrmErrorDescriber.SegmentNotFound));
        (await RefusedAsync(Draft() with { Variants = [new("A", "unknown")] })).Should().Be(nameof(CrmErrorDescriber.TemplateNotFound));
        (await RefusedAsync(Draft() with { Channel = Channels.Sms })).Should().Be(nameof(CrmErrorDescriber.CampaignTemplateUnsuitable));
        (await RefusedAsync(Draft() with { ControlShare = 1 })).Should().Be(nameof(CrmErrorDescriber.InvalidValue));
        (await RefusedAsync(Draft() with { Test = new CampaignTest(WinnerMetric.Open, Duration.FromHours(1), .5m, "B") })).Should().Be(nameof(CrmErrorDescriber.InvalidValue));
        (await work.Get<Campaigns>().CreateAsync(Draft() with { Variants = [] })).Succeeded.Should().BeTrue("a draft may be empty");
        await work.SaveAsync();
        (await work.Get<Campaigns>().ScheduleAsync("spring")).Errors.Single().Code.Should().Be(nameof(CrmErrorDescriber.CampaignIncomplete));
        (await RefusedAsync(Draft())).Should().Be(nameof(CrmErrorDescriber.CampaignAlreadyDefined));
        (await work.Get<Campaigns>().PlanAsync(Draft() with { Variants = [new("A", "a"), new("B", "b")], ExcludedSegments = ["guests"], Segments = [] })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Get<Campaigns>().PlanAsync(Draft() with { Variants = [new("B", "a", 3)] })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var look = host.Work();
        var planned = (await look.Get<CampaignReports>().FindAsync("spring"))!.Draft;
        planned.Variants.Should().Equal(new CampaignVariantDraft("B", "a", 3));
        (string.Join(',', planned.Segments), planned.ExcludedSegments.Count).Should().Be(("guests", 0));
    }

    private static CampaignDraft Draft() => new("spring", "Spring", Channels.Email) { Segments = ["guests"], Variants = [new("A", "a")] };

    private static async Task<IReadOnlyList<CustomerId>> GuestsAsync(CrmTestHost<SpecificationContext> host, int count)
    {
        var ids = new List<CustomerId>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await host.ReadyAsync($"Guest{i}"));
        }

        return ids;
    }

    private static async Task BuyAsync(CrmTestHost<SpecificationContext> host, CustomerId customer, decimal price)
    {
        await using var work = host.Work();
        if (await work.Get<Products>().FindAsync("kettle") is null)
        {
            await work.AddProductAsync("kettle", 1);
        }

        (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", price)]))).Errors.Should().BeEmpty();
        await work.SaveAsync();
    }

    private static async Task WithdrawAsync(CrmTestHost<SpecificationContext> host, CustomerId customer)
    {
        await using var work = host.Work();
        (await work.Get<ConsentDesk>().WithdrawAsync(customer, Purposes.Marketing, null, "call")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
    }

    private static async Task ChangeAsync(CrmTestHost<SpecificationContext> host, Func<Campaigns, Task<CrmResult<SavedCampaign>>> change)
    {
        await using var work = host.Work();
        (await change(work.Get<Campaigns>())).Errors.Should().BeEmpty();
        await work.SaveAsync();
    }

    private Task<CrmTestHost<SpecificationContext>> SendingAsync() => HostAsync(s => s.Services = services => services.AddSingleton<IMessageSender>(_mail));
}
