using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <content>Dates that differ. They hold in the version of now and in every one that is to come.</content>
public sealed partial class ServiceCalendar
{
    /// <summary>Whether dates can be set by hand.</summary>
    /// <inheritdoc cref="SetDays" path="/param" />
    /// <returns>The ruling; refused with <c>ServiceCalendarUnchanged</c>, <c>ServiceCalendarFull</c>, or what <see cref="ServiceHours.ToCalendar"/> refuses.</returns>
    public CrmRuling CanSetDays(IReadOnlyList<ServiceDay> days, IReadOnlyList<LocalDate> cleared, Instant now) => CanPublish(Rebased(h => WithHand(h, days, cleared), now));

    /// <summary>Sets dates by hand: holidays, extra working days, hours of one day, breaks. What was said of the same date by hand is replaced.</summary>
    /// <param name="days">The dates; those of a feed count as made by hand.</param>
    /// <param name="cleared">Dates of which nothing is said by hand any more, before <paramref name="days"/> are set.</param>
    /// <param name="actorId">Id of who changes it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanSetDays"/>.</exception>
    /// <exception cref="ArgumentException">The id is empty or too long.</exception>
    public void SetDays(IReadOnlyList<ServiceDay> days, IReadOnlyList<LocalDate> cleared, string actorId, Instant now)
    {
        CanSetDays(days, cleared, now).Demand();
        Publish(Rebased(h => WithHand(h, days, cleared), now), actorId, now);
    }

    /// <summary>Whether the dates of a feed can be taken over.</summary>
    /// <inheritdoc cref="TakeFeed" path="/param" />
    /// <returns>The ruling; refused with <c>ServiceCalendarUnchanged</c>, <c>ServiceCalendarFull</c>, or what <see cref="ServiceHours.ToCalendar"/> refuses.</returns>
    public CrmRuling CanTakeFeed(string feed, IReadOnlyList<ServiceDay> days, Instant now) => CanPublish(Rebased(h => WithFeed(h, Named(feed, nameof(feed)), days), now));

    /// <summary>Takes over the dates of a feed: those that it had before and has no more go, what was made by hand or comes from another feed stays.</summary>
    /// <param name="feed">The feed: lower-case letters, digits and hyphens, starting with a letter.</param>
    /// <param name="days">All dates that it has.</param>
    /// <param name="actorId">Id of who changes it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanTakeFeed"/>.</exception>
    /// <exception cref="ArgumentException">A name is empty, too long or of another form.</exception>
    public void TakeFeed(string feed, IReadOnlyList<ServiceDay> days, string actorId, Instant now)
    {
        CanTakeFeed(feed, days, now).Demand();
        Publish(Rebased(h => WithFeed(h, feed, days), now), actorId, now);
    }

    // The version of now and those to come that will ever hold, each with the change; those that it leaves as they are stay.
    private List<(ServiceHours Hours, Instant ValidFrom)> Rebased(Func<ServiceHours, ServiceHours> change, Instant now) =>
    [
        .. _versions.Where(v => v.ValidFrom > now && VersionAt(v.ValidFrom) == v).OrderBy(v => v.ValidFrom)
            .Select(v => (v.Hours, v.ValidFrom))
            .Prepend(((VersionAt(now) ?? _versions[0]).Hours, ValidFrom: now))
            .Select(v => (Before: v.Hours, After: change(v.Hours), v.ValidFrom))
            .Where(v => !v.After.Equals(v.Before))
            .Select(v => (v.After, v.ValidFrom)),
    ];

    private CrmRuling CanPublish(List<(ServiceHours Hours, Instant ValidFrom)> changed) =>
        changed.Count == 0 ? CrmRuling.Refused(e => e.ServiceCalendarUnchanged(Key)) : CanHold([.. changed.Select(c => c.Hours)]);

    private static ServiceHours WithHand(ServiceHours hours, IReadOnlyList<ServiceDay> days, IReadOnlyList<LocalDate> cleared)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(cleared);
        var made = days.Select(d => d with { Feed = null }).ToList();
        var replaced = made.Select(d => d.Place).ToHashSet();
        return hours with { Days = [.. hours.Days.Where(d => d.Feed is not null || !(cleared.Contains(d.Date) || replaced.Contains(d.Place))), .. made] };
    }

    private static ServiceHours WithFeed(ServiceHours hours, string feed, IReadOnlyList<ServiceDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return hours with { Days = [.. hours.Days.Where(d => d.Feed != feed), .. days.Select(d => d with { Feed = feed })] };
    }
}
