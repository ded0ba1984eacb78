using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Among thousands of recipients, what comes back of one message is found by an index.</summary>
public abstract class CampaignIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Responses_AmongManyRecipients_SeekByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        var ids = new List<CustomerId>();
        await using (var work = host.Work())
        {
            for (var i = 0; i < 1_200; i++)
            {
                var mail = EmailAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"guest{i}@example.org"));
                ids.Add((await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Guest", "Known"), Emails = [mail] })).Value.Id);
            }

            await work.SaveAsync();
        }

        await host.PrepareAsync(ids, "transactional");
        await host.ScheduleAsync(new CampaignDraft("spring", "Spring", Channels.Email) { Purpose = Domain.Privacy.Purposes.Transactional, Segments = ["guests"], Variants = [new("A", "a")] });
        await host.AdvanceAsync();
        await using (var work = host.Work())
        {
            (await work.Get<CampaignRuns>().DispatchAsync(5)).Value.Should().Be(5);
        }

        var queued = (await host.RecipientsAsync()).First(r => r.MessageId is not null);
        await using var look = host.Work();
#pragma warning disable RS0030
        await look.Context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030
        var plans = new QueryPlans(seen, "crm_campaign_recipients");
        var store = look.Get<ICampaignResponseStore>();
        (await store.OfMessageAsync(queued.MessageId!.Value, default))!.Id.Should().Be(queued.Id);
        plans.ShouldSeek("message", "ix_campaign_recipients_message");
        (await store.SentAsync(queued.CustomerId, host.Clock.Now - Duration.FromDays(1), host.Clock.Now, default)).Should().BeEmpty();
        plans.ShouldSeek("sent", "ix_campaign_recipients_sent");
        (await look.Get<ICampaignRunStore>().DueAsync(host.Clock.Now - Duration.FromDays(1), 100, default)).Should().BeEmpty();
        plans.ShouldUse("due", "ix_campaign_recipients_due");
        var planned = new QueryPlans(seen, "crm_planned_sendings");
        (await look.Get<ISendingLedger>().TakenAsync($"campaign:{queued.CampaignId}", [queued.CustomerId], [], default)).Should().ContainSingle();
        planned.ShouldUse("taken", "ux_planned_sendings_customer");
    }
}
