using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/campaigns.md says.</summary>
public sealed class CampaignGuideTests
{
    [Fact]
    [Trait("Check", "EM-03")]
    [Trait("Check", "EM-11")]
    public async Task Campaign_WithControlGroup_IsSentAndMeasured()
    {
        var sent = new List<MessageToSend>();
        await using var host = await GuideHost<CrmDbContext>.StartAsync(
            CampaignGuide.Settle, crm => crm.Services.AddSingleton<IMessageSender>(new MessagesGuide.GatewaySender(sent)));
        var customers = new List<CustomerId>();
        foreach (var list in new[] { "spenders", "staff" })
        {
            (await host.Get<Segments>().CreateAsync(new SegmentDraft(list, list))).Succeeded.Should().BeTrue();
        }

        foreach (var template in new[] { "autumn-short", "autumn-long" })
        {
            var content = new MessageTemplateContent(LanguageTag.Parse("en"), "Dear {{customer.givenName}}, {{campaign.name}}! https://example.org/out/{{campaign.optOutToken}}") { Subject = template };
            (await host.Get<MessageTemplates>().WriteAsync(new MessageTemplateDetails(template, Channels.Email, "marketing"), content)).Succeeded.Should().BeTrue();
        }

        for (var i = 0; i < 40; i++)
        {
            customers.Add((await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName($"Guest{i}", "Rossi"), Emails = [EmailAddress.Parse($"guest{i}@example.org")] })).Value.Id);
        }

        await host.SaveAsync();
        foreach (var customer in customers)
        {
            (await host.Get<ConsentDesk>().RecordAsync(new ConsentDetails(customer, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "web-form"))).Succeeded.Should().BeTrue();
        }

        (await host.Get<SegmentLists>().ImportAsync("spenders", customers)).Value.Should().Be(40);
        await host.SaveAsync();

        (await CampaignGuide.PlanAsync(host.Get<Campaigns>(), host.Get<ICrmUnitOfWork>())).Errors.Should().BeEmpty();
        await host.SaveAsync();
        host.Clock.Advance(Duration.FromHours(2));
        for (var day = 0; day < 10; day++)
        {
            await CampaignGuide.RunAsync(host.Get<CampaignRuns>());
            await host.DispatchAsync();
            host.Clock.Advance(Duration.FromHours(24));
        }

        await CampaignGuide.RunAsync(host.Get<CampaignRuns>());
        await using var later = host.As(Crm.Domain.Access.Actor.Agent("ada", "Ada"));
        var reports = later.ServiceProvider.GetRequiredService<CampaignReports>();
        var found = (await reports.FindAsync("autumn"))!;
        (found.Summary.Status, found.Verdict, found.Winner).Should().Be((CampaignStatus.Finished, WinnerVerdict.TooFewResponses, "A"), "nobody clicked, and so there is no winner");
        var recipients = (await reports.RecipientsAsync("autumn", page: new PageRequest { Take = 100 })).Value.Items;
        recipients.Should().HaveCount(40).And.OnlyContain(r => r.Status == CampaignRecipientStatus.Sent || r.Status == CampaignRecipientStatus.Control);
        sent.Should().HaveCount(recipients.Count(r => r.Status == CampaignRecipientStatus.Sent));

        var buyer = recipients.First(r => r.Status == CampaignRecipientStatus.Sent);
        var responses = later.ServiceProvider.GetRequiredService<CampaignResponses>();
        var token = sent[0].Text.Split('/')[^1];
        (await CampaignGuide.TakeInAsync(responses, token, buyer.Id, "event-1")).Should().Be(CampaignResponseOutcome.Applied);
        (await CampaignGuide.TakeInAsync(responses, null, buyer.Id, "event-1")).Should().Be(CampaignResponseOutcome.Applied);
        (await later.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).Succeeded.Should().BeTrue();
        var bought = new ImportedPurchase(buyer.CustomerId, host.Clock.Now.InUtc().Date, 1, new Money(60, Currency.Eur));
        (await host.Get<OrderBook>().ImportAsync("till", new[] { bought }.ToAsyncEnumerable())).Succeeded.Should().BeTrue();
        (await CampaignGuide.MeasureAsync(reports)).Should().Contain(" bought, 0 of ");
        (await CampaignGuide.ReturnsAsync(reports, host.Clock.Now - Duration.FromDays(2), host.Clock.Now + Duration.FromDays(2))).Should().Equal("autumn: 60.00");
    }
}
