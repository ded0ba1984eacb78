using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>What tests of journeys do again and again.</summary>
internal static class JourneyHosts
{
    public static JourneyDefinition Journey(string json) => JourneyDefinition.Parse(json).Value;

    /// <summary>Makes a journey and publishes it, or publishes another version of it.</summary>
    public static async Task PublishAsync<TContext>(this CrmTestHost<TContext> host, string key, string json)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var journeys = work.Get<Journeys>();
        if (await journeys.FindAsync(key) is null)
        {
            (await journeys.CreateAsync(key, $"The {key}", Journey(json))).WithoutValue().ThrowIfFailed();
        }
        else
        {
            (await journeys.RewriteAsync(key, Journey(json))).WithoutValue().ThrowIfFailed();
        }

        await work.SaveAsync();
        (await journeys.PublishAsync(key)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
    }

    public static async Task<CrmResult<JourneyRun>> EnterAsync<TContext>(this CrmTestHost<TContext> host, string key, CustomerId customer)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var entered = await work.Get<JourneyRuns>().EnterAsync(key, customer);
        await work.SaveAsync();
        return entered;
    }

    public static Task<int> GoOnAsync<TContext>(this CrmTestHost<TContext> host, CancellationToken cancellationToken = default)
        where TContext : DbContext, ICrmDbContext => host.Services.GetRequiredService<IJourneyRounds>().RunAsync(cancellationToken);

    /// <summary>Delivers events and takes journeys on until nothing is left to do now.</summary>
    public static async Task SettleAsync<TContext>(this CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        while (await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync() + await host.GoOnAsync() > 0)
        {
        }
    }

    public static async Task<JourneyRun?> RunOfAsync<TContext>(this CrmTestHost<TContext> host, string key, CustomerId customer)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return (await work.Get<JourneyRuns>().ListAsync(new JourneyRunCriteria { JourneyKey = key, CustomerId = customer })).Items.FirstOrDefault();
    }

    public static async Task<IReadOnlyList<(string Step, JourneyStepOutcome Outcome)>> StepsAsync<TContext>(this CrmTestHost<TContext> host, JourneyRun run)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return [.. (await work.Get<JourneyRuns>().StepsAsync(run.Id)).Select(s => (s.Step, s.Outcome))];
    }

    /// <summary>A person with an e-mail address, who consents to marketing or not.</summary>
    public static async Task<CustomerId> ContactAsync<TContext>(this CrmTestHost<TContext> host, string name, bool consents = true, Country? country = null)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var details = new NewCustomer
        {
            Name = new PersonName(name, "Known"), Emails = [EmailAddress.Parse($"{name.ToLowerInvariant()}@example.com")], Address = country is null ? null : new PostalAddress("1 Street", null, null, null, null, country),
        };
        var id = (await work.Customers.RegisterAsync(details)).Value.Id;
        await work.SaveAsync();
        if (consents)
        {
            (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(id, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form"))).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        return id;
    }

    public static async Task TemplateAsync<TContext>(this CrmTestHost<TContext> host, string key, string purpose = "marketing")
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        (await work.Get<MessageTemplates>().WriteAsync(new MessageTemplateDetails(key, Channels.Email, purpose), new MessageTemplateContent(LanguageTag.Parse("en"), "Dear {{customer.name}}") { Subject = key })).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
    }
}
