using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/journeys.md.</summary>
internal static class JourneysGuide
{
    // docs: journeys-definition
    /// <summary>Who joins is welcomed, and called when they have not ordered after a week; one in ten is only watched.</summary>
    public const string Welcome = """
        {
          "entry": { "by": "event", "event": "customers.customer-created" },
          "control": 0.1,
          "goal": { "event": "orders.order-placed", "within": "P60D" },
          "exit": { "field": "tag", "operator": "equals", "value": "left alone" },
          "steps": [
            { "key": "welcome", "do": "sendMessage", "template": "welcome", "next": "settle" },
            { "key": "settle", "wait": { "for": "P1D", "between": ["09:00", "18:00"], "weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday"] }, "next": "vip" },
            { "key": "vip", "when": { "field": "tag", "operator": "equals", "value": "vip" }, "yes": "call", "no": "ordered" },
            { "key": "ordered", "await": "orders.order-placed", "within": "P7D", "yes": "thanks", "no": "call" },
            { "key": "thanks", "do": "addTag", "tag": "buyer" },
            { "key": "call", "do": "createTask", "subject": "Call the new customer", "inHours": 24 }
          ]
        }
        """;
    // docs: end

    // docs: journeys-publish
    /// <summary>Saves a journey as a draft and publishes it; what is wrong comes back with its place.</summary>
    public static async Task<IReadOnlyList<string>> PublishAsync(Journeys journeys, ICrmUnitOfWork work)
    {
        var read = JourneyDefinition.Parse(Welcome);
        var made = read.TryGetValue(out var definition) ? await journeys.CreateAsync("welcome", "Welcome", definition) : CrmResult<Journey>.Failed(read.Errors);
        if (!made.Succeeded)
        {
            return [.. made.Errors.Select(e => $"{e.Target}: {e.Message}")];
        }

        (await work.SaveAsync()).ThrowIfFailed();
        (await journeys.PublishAsync("welcome")).WithoutValue().ThrowIfFailed();
        (await work.SaveAsync()).ThrowIfFailed();
        return [];
    }
    // docs: end

    // docs: journeys-simulate
    /// <summary>What would become of somebody in Rome who orders on the third day.</summary>
    public static IReadOnlyList<string> Simulate()
    {
        var contact = new SimulatedContact(DateTimeZoneProviders.Tzdb["Europe/Rome"])
        {
            Reactions = [new SimulatedReaction("orders.order-placed", Instant.FromUtc(2026, 6, 3, 10, 0))],
            Refusals = new Dictionary<string, string> { ["welcome"] = "NoConsent" },
        };
        var journey = JourneyDefinition.Parse("""
            {
              "entry": { "by": "hand" },
              "steps": [
                { "key": "welcome", "do": "sendMessage", "template": "welcome", "next": "settle" },
                { "key": "settle", "wait": { "for": "P1D", "at": "09:00" }, "next": "ordered" },
                { "key": "ordered", "await": "orders.order-placed", "within": "P7D", "yes": "thanks" },
                { "key": "thanks", "do": "addTag", "tag": "buyer" }
              ]
            }
            """).Value;
        var went = JourneySimulation.Run(journey, contact, Instant.FromUtc(2026, 6, 1, 8, 0)).Value;
        return [.. went.Steps.Select(s => $"{s.At}: {s.Step} {s.Outcome}")];
    }
    // docs: end

    // docs: journeys-report
    /// <summary>How the steps went, and whether the journey made a difference.</summary>
    public static async Task<string> ReportAsync(JourneyReports reports)
    {
        var figures = (await reports.StatisticsAsync("welcome")).Value;
        var effect = (await reports.EffectAsync("welcome")).Value;
        var verdict = effect.Difference is null ? "too early to say" : effect.Difference.IsSignificant ? "a difference" : "no difference that can be told from chance";
        return $"{string.Join(", ", figures.Steps.Select(s => $"{s.Step} {s.Entered}"))}; {verdict}";
    }
    // docs: end

    // docs: journeys-zones
    /// <summary>A host that knows the zones of its customers.</summary>
    public sealed class KnownZones(IReadOnlyDictionary<CustomerId, DateTimeZone> zones) : IRecipientZones
    {
        public Task<DateTimeZone> OfAsync(CustomerId customerId, CancellationToken cancellationToken) => Task.FromResult(zones.GetValueOrDefault(customerId, DateTimeZone.Utc));
    }
    // docs: end
}
