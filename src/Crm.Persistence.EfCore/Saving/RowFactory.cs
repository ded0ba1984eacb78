using System.Text;
using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Outbox;
using NodaTime;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>Makes the rows that go with an act: audit, outbox, timeline.</summary>
internal sealed class RowFactory(EventCatalog catalog)
{
    public string NameOf(ICrmEvent happened) => catalog.NameOf(happened).Name;

    public static AuditEntry Audit(CrmScope scope, Instant now, string aggregateType, Guid aggregateId, long version, string acts, string changes) => new()
    {
        Id = Version7.Create(now),
        At = now,
        ActorKind = scope.Actor.Kind,
        ActorId = scope.Actor.Id,
        ActorName = NameForPeople(scope.Actor),
        CorrelationId = Line(scope.CorrelationId, 100),
        Reason = Line(scope.Reason, 200),
        AggregateType = aggregateType,
        AggregateId = aggregateId,
        AggregateVersion = version,
        Acts = Cut(acts, 2000)!,
        Changes = changes,
    };

    // Who reads what happened sees for whom it was done.
    private static string NameForPeople(Actor actor) => actor.Delegator is { } other ? Cut($"{actor.Name} ({other.Name})", 200)! : actor.Name;

    public OutboxMessage Outbox(CrmScope scope, Instant now, string aggregateType, Guid aggregateId, long version, int ordinal, ICrmEvent happened)
    {
        var name = catalog.NameOf(happened);
        return new()
        {
            Id = Version7.Create(now),
            TenantId = scope.TenantId,
            AggregateType = aggregateType,
            AggregateId = aggregateId,
            AggregateVersion = version,
            Ordinal = ordinal,
            EventName = name.Name,
            EventVersion = name.Version,
            Payload = JsonSerializer.Serialize(happened, happened.GetType(), EventJson.Options),
            OccurredAt = happened.OccurredAt,
            CorrelationId = Line(scope.CorrelationId, 100),
            Cause = scope.Cause,
            DueAt = now,
        };
    }

    public static (TimelineEntry Entry, IEnumerable<TimelineLink> Links) Timeline(CrmScope scope, Instant now, ITimelineEvent happened)
    {
        var note = happened.ToTimeline();
        var entry = new TimelineEntry
        {
            Id = Version7.Create(now),
            At = happened.OccurredAt,
            Kind = note.Kind,
            Channel = note.Channel,
            Direction = note.Direction,
            ActorId = scope.Actor.Id,
            ActorName = NameForPeople(scope.Actor),
            AgentId = note.AgentId ?? (scope.Actor.Kind == ActorKind.Agent ? scope.Actor.Id : null),
            Audience = note.Audience,
            ReferenceKind = note.Reference?.Kind,
            ReferenceId = note.Reference?.Id,
            Text = Cut(note.Text, TimelineEntry.MaxTextLength)!,
        };
        return (entry, note.Subjects.DistinctBy(s => s.Id).Select(s => new TimelineLink
        {
            SubjectId = s.Id,
            SubjectKind = s.Kind,
            At = entry.At,
            EntryId = entry.Id,
            Kind = entry.Kind,
            Audience = entry.Audience,
            Channel = entry.Channel,
            Direction = entry.Direction,
            AgentId = entry.AgentId,
        }));
    }

    // Comes from headers and forms; PostgreSQL refuses NUL and broken surrogates, and a save must not fail for its reason.
    private static string? Line(string? text, int maxLength) => text is null || text.All(c => !char.IsControl(c) && !char.IsSurrogate(c))
        ? Cut(text, maxLength)
        : Cut(string.Concat(text.EnumerateRunes().Select(r => Rune.IsControl(r) ? " " : r.ToString())), maxLength);

    /// <summary>Cuts a text without splitting a surrogate pair.</summary>
    public static string? Cut(string? text, int maxLength)
    {
        if (text is null || text.Length <= maxLength)
        {
            return text;
        }

        var end = maxLength - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }
}
