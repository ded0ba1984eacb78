using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>A contact was recorded.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OrganisationId">The organisation on whose behalf the customer spoke.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Direction">Who began it.</param>
/// <param name="Audience">Who may read it besides staff.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="AgentId">The care specialist it is tied to.</param>
/// <param name="About">The record it was about.</param>
/// <param name="OccurredAt">When it began.</param>
[CrmEvent("interactions.recorded")]
public sealed record InteractionRecorded(
    InteractionId InteractionId,
    CustomerId CustomerId,
    CustomerId? OrganisationId,
    ChannelKey Channel,
    Direction Direction,
    Audience Audience,
    string Subject,
    string? AgentId,
    SubjectReference? About,
    Instant OccurredAt) : ITimelineEvent
{
    /// <summary>Whether a machine wrote it.</summary>
    /// <value>False by default.</value>
    public bool IsAutomatic { get; init; }

    /// <summary>The other customers who took part.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<CustomerId> AlsoTookPart { get; init; } = [];

    /// <inheritdoc />
    public TimelineNote ToTimeline()
    {
        List<SubjectReference> subjects = [CustomerId.ToSubject(), .. AlsoTookPart.Select(c => c.ToSubject())];
        if (OrganisationId is { } organisation)
        {
            subjects.Add(organisation.ToSubject());
        }

        if (About is not null)
        {
            subjects.Add(About);
        }

        return new("interaction", Subject, Audience, subjects)
        {
            Channel = Channel.Value,
            Direction = Direction,
            Reference = About is { Kind: SubjectKinds.KnowledgeItem } ? About : InteractionId.ToSubject(),
        };
    }
}

/// <summary>A record turned out to be what a contact was about.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Direction">Who began it.</param>
/// <param name="Audience">Who may read it besides staff.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="LinkedTo">The record.</param>
/// <param name="OccurredAt">When the link was made.</param>
[CrmEvent("interactions.linked")]
public sealed record InteractionLinked(
    InteractionId InteractionId, ChannelKey Channel, Direction Direction, Audience Audience, string Subject, SubjectReference LinkedTo, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new("interaction", Subject, Audience, [LinkedTo])
    {
        Channel = Channel.Value,
        Direction = Direction,
        Reference = InteractionId.ToSubject(),
    };
}

/// <summary>Somebody answered an invitation.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="Participant">Number of the participant.</param>
/// <param name="Acceptance">What was answered.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.answered")]
public sealed record InteractionAnswered(InteractionId InteractionId, int Participant, Acceptance Acceptance, Instant OccurredAt) : ICrmEvent;

/// <summary>A call got further.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Status">How far it got.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.call-progressed")]
public sealed record CallProgressed(InteractionId InteractionId, CustomerId CustomerId, CallStatus Status, Instant OccurredAt) : ICrmEvent;
