using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// When a desk works. Every change makes a version that never changes again, so that what was reckoned with an earlier one can be
/// reckoned again.
/// </summary>
public sealed partial class ServiceCalendar : AggregateRoot<ServiceCalendarId>
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Most versions.</summary>
    public const int MaxVersions = 1_000;

    private static readonly System.Buffers.SearchValues<char> s_key = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly List<ServiceCalendarVersion> _versions = [];

    private ServiceCalendar() => Key = Name = null!;

    /// <summary>Makes a calendar that holds at once.</summary>
    /// <param name="id">The id.</param>
    /// <param name="key">Its name for programs: lower-case letters, digits and hyphens, starting with a letter; unique per tenant.</param>
    /// <param name="name">Its name for people; one line.</param>
    /// <param name="hours">The working hours.</param>
    /// <param name="actorId">Id of who makes it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty, too long or of another form.</exception>
    /// <exception cref="CrmRuleException">The hours break a rule; see <see cref="ServiceHours.ToCalendar"/>.</exception>
    public ServiceCalendar(ServiceCalendarId id, string key, string name, ServiceHours hours, string actorId, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(hours);
        Key = Named(key, nameof(key));
        Name = Guard.Line(name, MaxNameLength);
        _versions.Add(new ServiceCalendarVersion(1, hours, now, actorId, now));
        Raise(new ServiceCalendarChanged(Id, Key, [_versions[0].Id], now, now));
    }

    /// <summary>Its name for programs.</summary>
    public string Key { get; private set; }

    /// <summary>Its name for people.</summary>
    public string Name { get; private set; }

    /// <summary>Every version, in the order in which they were made.</summary>
    public IReadOnlyList<ServiceCalendarVersion> Versions => _versions;

    /// <summary>The version that holds at an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The version; null before the first one holds.</returns>
    public ServiceCalendarVersion? VersionAt(Instant instant) => _versions.Where(v => v.ValidFrom <= instant).MaxBy(v => (v.ValidFrom, v.Number));

    /// <summary>Gives it another name for people.</summary>
    /// <param name="name">The name; one line.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public void Rename(string name, Instant now)
    {
        Name = Guard.Line(name, MaxNameLength);
        Raise(new ServiceCalendarRenamed(Id, Key, Name, now));
    }

    /// <summary>Whether the hours can change from an instant on.</summary>
    /// <param name="hours">The hours.</param>
    /// <param name="validFrom">From when on.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ServiceCalendarValidityPast</c>, <c>ServiceCalendarUnchanged</c>, <c>ServiceCalendarFull</c>, or what
    /// <see cref="ServiceHours.ToCalendar"/> refuses.</returns>
    public CrmRuling CanChangeHours(ServiceHours hours, Instant validFrom, Instant now)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return validFrom < now ? CrmRuling.Refused(e => e.ServiceCalendarValidityPast(Key))
            : hours.Equals(VersionAt(validFrom)?.Hours) ? CrmRuling.Refused(e => e.ServiceCalendarUnchanged(Key))
            : CanHold([hours]);
    }

    /// <summary>Sets the hours anew from an instant on. A version that holds from a later instant stays.</summary>
    /// <param name="hours">The hours, dates included.</param>
    /// <param name="validFrom">From when on; not before <paramref name="now"/>, since what was reckoned stays as it was.</param>
    /// <param name="actorId">Id of who changes it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanChangeHours"/>.</exception>
    /// <exception cref="ArgumentException">The id is empty or too long.</exception>
    public void ChangeHours(ServiceHours hours, Instant validFrom, string actorId, Instant now)
    {
        CanChangeHours(hours, validFrom, now).Demand();
        Publish([(hours, validFrom)], actorId, now);
    }

    internal static string Named(string? text, string name) =>
        text is { Length: > 0 and <= MaxKeyLength } && char.IsAsciiLetterLower(text[0]) && !text.AsSpan().ContainsAnyExcept(s_key)
            ? text
            : throw new ArgumentException($"Up to {MaxKeyLength} lower-case letters, digits and hyphens were expected, beginning with a letter.", name);

    private CrmRuling CanHold(IReadOnlyList<ServiceHours> changed) => _versions.Count + changed.Count > MaxVersions
        ? CrmRuling.Refused(e => e.ServiceCalendarFull(Key, MaxVersions))
        : changed.Select(h => h.ToCalendar()).FirstOrDefault(c => !c.Succeeded) is not null
            ? CrmRuling.Refused(e => changed.Select(h => h.ToCalendar(e)).First(c => !c.Succeeded).Errors[0])
            : CrmRuling.Permitted;

    private void Publish(IReadOnlyList<(ServiceHours Hours, Instant ValidFrom)> changed, string actorId, Instant now)
    {
        var number = _versions.Max(v => v.Number);
        var made = changed.Select((c, i) => new ServiceCalendarVersion(number + 1 + i, c.Hours, c.ValidFrom, actorId, now)).ToList();
        _versions.AddRange(made);
        Raise(new ServiceCalendarChanged(Id, Key, [.. made.Select(v => v.Id)], made[0].ValidFrom, now));
    }
}
