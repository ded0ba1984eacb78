using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A piece of work in a queue: a case, a contact or a callback, until an agent has handled it.</summary>
public sealed partial class WorkItem : AggregateRoot<WorkItemId>
{
    private WorkItem() => Demand = null!;

    /// <summary>Puts work in a queue.</summary>
    /// <param name="id">The id.</param>
    /// <param name="queueId">The queue.</param>
    /// <param name="details">What is known of it.</param>
    /// <param name="demand">What it needs, the queue's own skills included.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">It is about nothing, or a text is too long or has control characters.</exception>
    public WorkItem(WorkItemId id, WorkQueueId queueId, WorkItemDetails details, WorkDemand demand, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(demand);
        QueueId = Guard.NotEmpty(queueId);
        Kind = Guard.Defined(details.Kind);
        var isAboutSomething = Kind switch
        {
            WorkItemKind.Case => details is { CaseId: not null, InteractionId: null },
            WorkItemKind.Interaction => details is { CaseId: null, InteractionId: not null },
            _ => details.CaseId is null != details.InteractionId is null,
        };
        if (!isAboutSomething)
        {
            throw new ArgumentException("Work is about a case or a contact, as its kind says.", nameof(details));
        }

        (CaseId, InteractionId, CustomerId) = (details.CaseId, details.InteractionId, details.CustomerId);
        Topic = Guard.OptionalLine(details.Topic, WorkItemDetails.MaxTopicLength);
        (Demand, Channel, Units) = (demand.ToString(), demand.Channel, demand.Units);
        Rank = RankOf(Guard.Defined(details.Priority ?? CasePriority.Normal));
        QueuedAt = now;
        EnqueuedAt = details.NotBefore is { } at && at > now ? Guard.Storable(at).ToMicroseconds() : now;
        Raise(new WorkItemQueued(Id, QueueId, Kind, CaseId, InteractionId, CustomerId, Priority, now));
    }

    /// <summary>The queue.</summary>
    public WorkQueueId QueueId { get; private set; }

    /// <summary>What kind of work it is.</summary>
    public WorkItemKind Kind { get; private set; }

    /// <summary>The case it is about.</summary>
    public ServiceCaseId? CaseId { get; private set; }

    /// <summary>The contact it is about.</summary>
    public InteractionId? InteractionId { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>What it is about, in the business's own words.</summary>
    public string? Topic { get; private set; }

    /// <summary>What it needs, as text; see <see cref="Needs"/>.</summary>
    public string Demand { get; private set; }

    /// <summary>The channel.</summary>
    public ChannelKey? Channel { get; private set; }

    /// <summary>How much of an agent's capacity it takes.</summary>
    public int Units { get; private set; }

    /// <summary>Place among the others: 0 for the most urgent.</summary>
    public int Rank { get; private set; }

    /// <summary>Where it stands.</summary>
    public WorkItemState State { get; private set; }

    /// <summary>The agent whom it is offered to, or who handles or handled it, by the id in the host's user directory.</summary>
    public string? UserId { get; private set; }

    /// <summary>When it was put in a queue.</summary>
    public Instant QueuedAt { get; private set; }

    /// <summary>Since when it waits; in the future for a callback that was promised for later.</summary>
    public Instant EnqueuedAt { get; private set; }

    /// <summary>When the reservation runs out; null while there is none.</summary>
    public Instant? OfferedUntil { get; private set; }

    /// <summary>When an agent first accepted it.</summary>
    public Instant? AcceptedAt { get; private set; }

    /// <summary>Since when the agent who has it handles it.</summary>
    public Instant? HandlingSince { get; private set; }

    /// <summary>When it was handled, abandoned or withdrawn.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Until when a contact of the same customer on the same topic is a repeat; null where nobody can tell.</summary>
    public Instant? RepeatUntil { get; private set; }

    /// <summary>Why nobody could be given it, when that was last looked at; null once somebody has it.</summary>
    public UnassignedReason? Unassigned { get; private set; }

    /// <summary>How long it waited for the first agent, or until the customer left, in milliseconds.</summary>
    public long? WaitMilliseconds { get; private set; }

    /// <summary>Talk time of all agents, in milliseconds.</summary>
    public long TalkMilliseconds { get; private set; }

    /// <summary>Hold time of all agents, in milliseconds.</summary>
    public long HoldMilliseconds { get; private set; }

    /// <summary>Wrap-up time of all agents, in milliseconds.</summary>
    public long WrapUpMilliseconds { get; private set; }

    /// <summary>How often it went to another queue.</summary>
    public int Transfers { get; private set; }

    /// <summary>How urgent it is.</summary>
    public CasePriority Priority => (CasePriority)((int)CasePriority.Urgent - Rank);

    /// <summary>What it needs.</summary>
    public WorkDemand Needs => WorkDemand.Parse(Demand);

    /// <summary>Whether it has ended: handled, abandoned or withdrawn.</summary>
    public bool IsEnded => EndedAt is not null;

    /// <summary>The states that may follow now.</summary>
    public IReadOnlyList<WorkItemState> PermittedTransitions => WorkItemTransitions.From(State);

    internal static int RankOf(CasePriority priority) => (int)CasePriority.Urgent - (int)priority;

    private CrmRuling CanMoveTo(WorkItemState next) => WorkItemTransitions.Allows(State, next)
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.WorkItemTransitionNotAllowed(Id.ToString(), e.NameOf(State), e.NameOf(next)));

    private static long Milliseconds(Duration duration) => Math.Max(0, duration.BclCompatibleTicks / NodaConstants.TicksPerMillisecond);
}
