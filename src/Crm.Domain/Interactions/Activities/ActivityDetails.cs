using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What is known of an activity that is to be planned.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Subject">One line: what is to be done; at most 200 characters.</param>
/// <param name="At">When it begins; of a task, when it is due.</param>
public sealed record ActivityDetails(ActivityKind Kind, string Subject, Instant At)
{
    /// <summary>When it ends.</summary>
    /// <value>Null by default: after the usual length of its kind. A task has none.</value>
    public Instant? Until { get; init; }

    /// <summary>IANA id of the time zone in which it is planned.</summary>
    /// <value>Null by default: the business's zone.</value>
    public string? TimeZone { get; init; }

    /// <summary>The customer it is about.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>The record it is about: a case, a deal, an interaction.</summary>
    public SubjectReference? About { get; init; }

    /// <summary>The agent who does it.</summary>
    /// <value>Null by default: the acting agent, unless a team is named.</value>
    public string? AssigneeId { get; init; }

    /// <summary>The team that does it.</summary>
    public string? TeamId { get; init; }

    /// <summary>What is to be known.</summary>
    public string? Description { get; init; }

    /// <summary>Where it is held, one line of at most 200 characters.</summary>
    public string? Place { get; init; }

    /// <summary>How much it matters.</summary>
    /// <value><see cref="ActivityPriority.Normal"/> by default.</value>
    public ActivityPriority Priority { get; init; } = ActivityPriority.Normal;

    /// <summary>The channel over which the contact is recorded when it is held.</summary>
    /// <value>Null by default: that of its kind.</value>
    public ChannelKey? Channel { get; init; }

    /// <summary>Who may read it besides staff.</summary>
    /// <value><see cref="Audience.Internal"/> by default: nobody.</value>
    public Audience Audience { get; init; } = Audience.Internal;

    /// <summary>Who takes part, as organiser, required or optional; at most <see cref="Activity.MaxParticipants"/>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<ContactParty> Participants { get; init; } = [];

    /// <summary>How long before its start each reminder comes; zero is at the start.</summary>
    /// <value>Empty by default: no reminder. At most <see cref="Activity.MaxReminders"/>.</value>
    public IReadOnlyList<Duration> RemindBefore { get; init; } = [];

    /// <summary>How it recurs; the next one is planned when one is settled.</summary>
    /// <value>Null by default: once.</value>
    public Recurrence? Recurrence { get; init; }
}
