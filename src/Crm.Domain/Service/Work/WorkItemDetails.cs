using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What is known of work that is put in a queue.</summary>
public sealed record WorkItemDetails
{
    /// <summary>Longest topic.</summary>
    public const int MaxTopicLength = 100;

    /// <summary>What kind of work it is.</summary>
    /// <value><see cref="WorkItemKind.Case"/> by default.</value>
    public WorkItemKind Kind { get; init; }

    /// <summary>The case it is about; required for the kind <see cref="WorkItemKind.Case"/>.</summary>
    public ServiceCaseId? CaseId { get; init; }

    /// <summary>The contact it is about; required for the kind <see cref="WorkItemKind.Interaction"/>. A callback has one of the two.</summary>
    public InteractionId? InteractionId { get; init; }

    /// <summary>The customer. Of a case, its customer when null.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>What it is about, in the business's own words, such as <c>invoice</c>: a second contact of the customer on the same topic is a repeat.</summary>
    public string? Topic { get; init; }

    /// <summary>How urgent it is. Of a case, its priority when null.</summary>
    public CasePriority? Priority { get; init; }

    /// <summary>The channel. Of a case, its channel when null.</summary>
    public ChannelKey? Channel { get; init; }

    /// <summary>How much of an agent's capacity it takes.</summary>
    /// <value>1 by default.</value>
    public int Units { get; init; } = 1;

    /// <summary>Skills beside those of the queue; the higher level counts.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];

    /// <summary>Not before this instant; for callbacks that were promised for later.</summary>
    /// <value>Null by default: at once.</value>
    public Instant? NotBefore { get; init; }
}
