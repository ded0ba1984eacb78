using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>What tests of campaigns do again and again.</summary>
internal static class CampaignHosts
{
    /// <summary>A customer with an address who agreed to advertising.</summary>
    public static async Task<CustomerId> ReadyAsync<TContext>(this CrmTestHost<TContext> host, string name, bool consents = true, string? address = "")
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var mail = address is { Length: 0 } ? $"{name.ToLowerInvariant()}@example.org" : address;
        var id = (await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName(name, "Known"), Emails = mail is null ? [] : [EmailAddress.Parse(mail)] })).Value.Id;
        await work.SaveAsync();
        if (consents)
        {
            (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(id, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        return id;
    }

    /// <summary>Templates <c>a</c> and <c>b</c>, and a list <c>guests</c> with these customers.</summary>
    public static async Task PrepareAsync<TContext>(this CrmTestHost<TContext> host, IReadOnlyCollection<CustomerId> guests, string purpose = "marketing")
        where TContext : DbContext, ICrmDbContext
    {
        await host.CreateAsync("guests", null);
        await using var work = host.Work();
        foreach (var key in new[] { "a", "b" })
        {
            var content = new MessageTemplateContent(LanguageTag.Parse("en"), "Hello {{customer.givenName}}, {{campaign.name}}. out:{{campaign.optOutToken}} track:{{campaign.trackingToken}}") { Subject = $"News {key}" };
            (await work.Get<MessageTemplates>().WriteAsync(new MessageTemplateDetails(key, Channels.Email, purpose), content)).Errors.Should().BeEmpty();
        }

        await work.SaveAsync();
        foreach (var chunk in guests.Chunk(SegmentLists.MaxCustomers))
        {
            (await work.Get<SegmentLists>().ImportAsync("guests", chunk)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }
    }

    /// <summary>Makes a campaign and schedules it for now.</summary>
    public static async Task<CampaignId> ScheduleAsync<TContext>(this CrmTestHost<TContext> host, CampaignDraft draft)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        (await work.Get<Campaigns>().CreateAsync(draft)).Errors.Should().BeEmpty();
        await work.SaveAsync();
        var scheduled = await work.Get<Campaigns>().ScheduleAsync(draft.Key);
        scheduled.Errors.Should().BeEmpty();
        await work.SaveAsync();
        return scheduled.Value.Id;
    }

    /// <summary>Does what campaigns have to do now, and sends what that hands on.</summary>
    public static async Task RunAsync<TContext>(this CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        await host.AdvanceAsync();
        for (var looked = 100; looked == 100;)
        {
            await using var work = host.Work();
            looked = (await work.Get<CampaignRuns>().DispatchAsync()).Value;
        }

        await host.DeliverAsync();
        await host.AdvanceAsync();
    }

    public static async Task AdvanceAsync<TContext>(this CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        for (var steps = 1; steps > 0;)
        {
            await using var work = host.Work();
            steps = (await work.Get<CampaignRuns>().AdvanceAsync()).Value;
        }
    }

    public static async Task DeliverAsync<TContext>(this CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        while (await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync() > 0)
        {
        }
    }

    public static async Task<IReadOnlyList<CampaignRecipient>> RecipientsAsync<TContext>(this CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return await work.Context.Set<CampaignRecipient>().AsNoTracking().OrderBy(r => r.CustomerId).ToListAsync();
    }

    public static async Task<CampaignResponseOutcome> RespondAsync<TContext>(
        this CrmTestHost<TContext> host, CampaignRecipientId id, CampaignResponseKind kind, string key, NodaTime.Instant? at = null)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var outcome = (await work.Get<CampaignResponses>().RecordAsync(new CampaignResponseDetails(id, kind, key) { At = at, Detail = "550 5.1.1 unknown" })).Value;
        await work.SaveAsync();
        return outcome;
    }

    /// <summary>A mailbox that takes everything.</summary>
    internal sealed class Outbox : IMessageSender
    {
        public List<MessageToSend> Sent { get; } = [];

        public ChannelKey Channel => Channels.Email;

        public Task<SendOutcome> SendAsync(MessageToSend message, CancellationToken cancellationToken)
        {
            Sent.Add(message);
            return Task.FromResult(SendOutcome.Sent(message.IdempotencyKey));
        }
    }
}
