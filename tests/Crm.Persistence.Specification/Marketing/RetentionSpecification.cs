using System.Text.Json;
using Crm.Analytics.Insights;
using Crm.Analytics.Uplift;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Insights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>The retention templates from end to end: purchases, figures, the events that figures raise, journeys with a control group, and what they changed.</summary>
public abstract class RetentionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private readonly ConfirmationSender _sender = new();

    [SkippableFact]
    [Trait("Check", "EM-04")]
    [Trait("Check", "AN-02")]
    public async Task Retention_StartedByARealRefresh_IsMeasuredAgainstItsControlGroup()
    {
        var host = await BuyersAsync();
        await host.PublishAsync("retention", JourneyTemplates.Retention.ToJson());
        await host.PublishAsync("reminder", JourneyTemplates.Reminder.ToJson());
        await Buyers.RefreshAsync(host, Buyers.Last);
        await host.SettleAsync();

        var (leaving, overdue) = (await RaisedAsync(host, "insights.churn-risk-raised"), await RaisedAsync(host, "insights.purchase-overdue"));
        var (runs, reminders) = (await RunsAsync(host, "retention"), await RunsAsync(host, "reminder"));
        runs.Select(r => r.CustomerId).Should().BeEquivalentTo(leaving, "whoever is about to leave enters, once").And.HaveCountGreaterThan(20);
        reminders.Select(r => r.CustomerId).Should().BeEquivalentTo(overdue).And.NotBeEmpty();
        runs.Should().Contain(r => r.IsControl).And.Contain(r => !r.IsControl);

        var (treated, control) = (runs.Where(r => !r.IsControl).Select(r => r.CustomerId).Order().ToList(), runs.Where(r => r.IsControl).Select(r => r.CustomerId).Order().ToList());
        _sender.Sent.Count(m => m.Subject == "retention-miss-you").Should().Be(treated.Count, "the control group is only watched");
        _sender.Sent.Count(m => m.Subject == "retention-reminder").Should().Be(reminders.Count(r => !r.IsControl));

        // Three of four who were written to come back, and one of four of the others.
        host.Clock.Now += Duration.FromDays(3);
        var back = treated.Where((_, i) => i % 4 != 0).Concat(control.Where((_, i) => i % 4 == 0)).ToList();
        await using (var work = host.Work())
        {
            await work.AddProductAsync("kettle", 10);
            foreach (var customer in back)
            {
                (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]))).Succeeded.Should().BeTrue();
            }

            await work.SaveAsync();
        }

        await host.SettleAsync();
        await using (var early = host.Work())
        {
            var open = (await early.Get<JourneyReports>().EffectAsync("retention")).Value;
            (open.Treated.Entered, open.Treated.Open, open.Difference).Should().Be((0, treated.Count, null), "nobody counts as lost before the time is over");
        }

        for (var week = 0; week < 13; week++)
        {
            host.Clock.Now += Duration.FromDays(7);
            await host.SettleAsync();
        }

        await using var after = host.Work();
        var effect = (await after.Get<JourneyReports>().EffectAsync("retention")).Value;
        (effect.Treated.Entered, effect.Treated.Reached, effect.Control.Entered, effect.Control.Reached).Should().Be(
            (treated.Count, treated.Count(back.Contains), control.Count, control.Count(back.Contains)));

        // The host reads the effect on churn: who did not come back is lost.
        var kept = ProportionUplift.Of(effect.Treated.Entered, effect.Treated.Reached, effect.Control.Entered, effect.Control.Reached);
        (1 - kept.TreatedRate).Should().BeLessThan(1 - kept.ControlRate, "fewer of those who were written to are lost");
        effect.Difference!.Difference.Should().BeApproximately(kept.Difference, 1e-12);
        kept.Lower.Should().BeLessThanOrEqualTo(kept.Difference);
        (await RunsAsync(host, "retention")).Where(r => !r.IsControl && back.Contains(r.CustomerId)).Should().OnlyContain(r => r.Status == JourneyRunStatus.Completed);
        var wonBack = await after.Context.Set<CustomerTag>().CountAsync(t => t.Name == "won back");
        wonBack.Should().Be(treated.Count(back.Contains));

        // The figures say so too: whoever came back is not at risk any more.
        await Buyers.RefreshAsync(host, Buyers.Last.PlusDays(10));
        (await Buyers.RowsAsync(host)).Where(r => back.Contains(r.CustomerId)).Count(r => r.IsAtRisk).Should().BeLessThan(back.Count);
    }

    private async Task<CrmTestHost<SpecificationContext>> BuyersAsync()
    {
        var host = await HostAsync(s => s.Services = services => services.AddSingleton<IMessageSender>(_sender));
        host.Clock.Now = Instant.FromUtc(2026, 6, 1, 10, 0);
        foreach (var template in new[] { "retention-miss-you", "retention-offer", "retention-reminder" })
        {
            await host.TemplateAsync(template);
        }

        var ids = new List<CustomerId>();
        await using (var work = host.Work())
        {
            for (var i = 0; i < 80; i++)
            {
                ids.Add((await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName($"Buyer{i}", "Known"), Emails = [EmailAddress.Parse($"buyer{i}@example.org")] })).Value.Id);
            }

            await work.SaveAsync();
            foreach (var id in ids)
            {
                (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(id, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form"))).Succeeded.Should().BeTrue();
            }

            await work.SaveAsync();
        }

        await Buyers.ImportAsync(host, Buyers.Purchases(ids, 7));
        return host;
    }

    private static async Task<IReadOnlyList<CustomerId>> RaisedAsync(CrmTestHost<SpecificationContext> host, string name) =>
        [.. (await Buyers.EventsAsync(host)).Where(e => e.Name == name).Select(e => CustomerId.From(JsonDocument.Parse(e.Payload).RootElement.GetProperty("customerId").GetGuid()))];

    private static async Task<IReadOnlyList<JourneyRun>> RunsAsync(CrmTestHost<SpecificationContext> host, string key)
    {
        await using var work = host.Work();
        return (await work.Get<JourneyRuns>().ListAsync(new JourneyRunCriteria { JourneyKey = key }, new Domain.Primitives.PageRequest { Take = 200 })).Items;
    }
}
