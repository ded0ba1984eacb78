using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

public abstract partial class Customer
{
    private readonly List<LifecycleChange> _lifecycle = [];

    /// <summary>Where the customer stands now; a new customer is a prospect.</summary>
    public LifecycleStage Stage { get; private set; }

    /// <summary>Since when.</summary>
    public Instant StageSince { get; private set; }

    /// <summary>How the customer got there, oldest first.</summary>
    public IReadOnlyList<LifecycleChange> Lifecycle => _lifecycle;

    /// <summary>Where the customer stood at an instant.</summary>
    /// <param name="at">The instant; a change counts from its own instant on.</param>
    /// <returns>The stage; null before the customer was recorded.</returns>
    public LifecycleStage? StageAsOf(Instant at) => _lifecycle.Where(c => c.At <= at).MaxBy(c => c.Ordinal)?.To
        ?? (at < CreatedAt ? null : _lifecycle.MinBy(c => c.Ordinal)?.From ?? Stage);

    /// <summary>Whether the customer can go to a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>The ruling; refused with <c>LifecycleTransitionNotAllowed</c>.</returns>
    public CrmRuling CanMoveTo(LifecycleStage stage) => LifecycleTransitions.Allows(Stage, Guard.Defined(stage))
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.LifecycleTransitionNotAllowed(e.NameOf(Stage), e.NameOf(stage)));

    /// <summary>Moves the customer to another stage and keeps the step in the history.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="reason">Why, one line; null when there is nothing to say.</param>
    /// <param name="actorId">Id of who moves the customer.</param>
    /// <param name="now">The current instant; a clock that went back counts as the instant of the last step.</param>
    /// <exception cref="CrmRuleException">The stage does not follow the present one.</exception>
    /// <exception cref="ArgumentException">A text is empty, too long, or has control characters.</exception>
    public void MoveTo(LifecycleStage stage, string? reason, string actorId, Instant now)
    {
        CanMoveTo(stage).Demand();
        var at = Instant.Max(now, _lifecycle.Count == 0 ? now : _lifecycle[^1].At);
        var change = new LifecycleChange(
            _lifecycle.Count + 1, Stage, stage, at, Guard.OptionalLine(reason, LifecycleChange.MaxReasonLength), Guard.Line(actorId, Actor.MaxIdLength));
        _lifecycle.Add(change);
        (Stage, StageSince) = (stage, at);
        Raise(new LifecycleStageChanged(Id, change.From, stage, change.Reason, at));
    }

    // A history is one chain: of two, the one that was written last is taken whole.
    private void TakeLifecycle(Customer other)
    {
        // Steps keep their places, so that stored rows change instead of being replaced under the same key.
        foreach (var change in other._lifecycle)
        {
            if (_lifecycle.Find(c => c.Ordinal == change.Ordinal) is { } own)
            {
                own.Take(change);
            }
            else
            {
                _lifecycle.Add(change.Copy());
            }
        }

        _lifecycle.RemoveAll(c => c.Ordinal > other._lifecycle.Count);
        (Stage, StageSince) = (other.Stage, other.StageSince);
    }
}
