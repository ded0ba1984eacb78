using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Everything that moved the clocks of one case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Entries">The entries in their order.</param>
public sealed record CaseLog(
    ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, Instant OpenedAt, IReadOnlyList<CaseLogEntry> Entries)
{
    /// <summary>Every service level that held at some time: what <see cref="IServiceLevelBook.FindAsync"/> is to be asked for.</summary>
    public IEnumerable<ServiceLevelKey> Keys => KeysOf(Entries);

    /// <summary>The log as <see cref="SlaClock.Read"/> takes it.</summary>
    /// <param name="levels">The service levels of <see cref="Keys"/>.</param>
    /// <returns>The events. Where a clock had jumped back, what happened later counts as of the instant of what was written before it;
    /// empty where the opening is missing, as for cases that were not opened through the desk.</returns>
    /// <exception cref="ArgumentException">A service level is missing.</exception>
    public IReadOnlyList<SlaEvent> ToEvents(IReadOnlyDictionary<ServiceLevelKey, ServiceLevel> levels) => EventsOf(Entries, levels);

    /// <summary>The log as it stood at an instant.</summary>
    /// <param name="asOf">The instant; inclusive.</param>
    /// <returns>The log without what happened later.</returns>
    public CaseLog Until(Instant asOf)
    {
        var last = Instant.MinValue;
        return this with { Entries = [.. Entries.TakeWhile(e => (last = Instant.Max(last, e.At)) <= asOf)] };
    }

    internal static IEnumerable<ServiceLevelKey> KeysOf(IEnumerable<CaseLogEntry> entries) => entries.Select(e => e.Level).OfType<ServiceLevelKey>().Distinct();

    internal static IReadOnlyList<SlaEvent> EventsOf(IReadOnlyList<CaseLogEntry> entries, IReadOnlyDictionary<ServiceLevelKey, ServiceLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (entries.Count == 0 || entries[0].Kind != SlaEventKind.Opened)
        {
            return [];
        }

        var events = new List<SlaEvent>(entries.Count);
        var last = Instant.MinValue;
        foreach (var entry in entries)
        {
            last = Instant.Max(last, entry.At);
            events.Add(entry.Kind switch
            {
                SlaEventKind.Opened => SlaEvent.Opened(last, null, entry.Category!.Value),
                SlaEventKind.CustomerMessage => SlaEvent.CustomerMessage(last),
                SlaEventKind.Reply => SlaEvent.Reply(last),
                SlaEventKind.StatusChanged => SlaEvent.StatusChanged(last, entry.Category!.Value),
                _ => SlaEvent.TermsChanged(last, entry.Level is not { } key ? null
                    : levels.TryGetValue(key, out var level) ? level.Terms
                    : throw new ArgumentException($"The service level {key} is missing.", nameof(levels))),
            });
        }

        return events;
    }
}
