using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>One contact on one journey, on the version in which they entered.</summary>
public sealed class JourneyRun : AggregateRoot<JourneyRunId>
{
    /// <summary>Most characters of a problem.</summary>
    public const int MaxProblemLength = 200;

    private JourneyRun() => (JourneyKey, Step) = (null!, null!);

    /// <summary>A contact who enters.</summary>
    /// <param name="number">The version of the journey.</param>
    /// <param name="entry">Who enters which journey, how and when.</param>
    public JourneyRun(int number, JourneyEntered entry)
        : base((entry ?? throw new ArgumentNullException(nameof(entry))).RunId)
    {
        var now = entry.OccurredAt;
        (JourneyId, JourneyKey, Number, CustomerId) = (Guard.NotEmpty(entry.JourneyId), JourneyKeys.Checked(entry.Key), number, Guard.NotEmpty(entry.CustomerId));
        (EnteredBy, EnteredAt, EventId, Step) = (entry.Kind, now, entry.EventId, entry.Step);
        (Status, IsLive, ArrivedAt, DueAt) = (JourneyRunStatus.Active, true, now, now);
        if (entry.IsControl)
        {
            (Status, IsLive, EndedAt, DueAt) = (JourneyRunStatus.Control, null, now, null);
        }

        (IsControl, GoalUntil, Chain) = (entry.IsControl, entry.GoalUntil, entry.Chain);
        Raise(entry);
    }

    /// <summary>The journey.</summary>
    public JourneyId JourneyId { get; private set; }

    /// <summary>Its key.</summary>
    public string JourneyKey { get; private set; }

    /// <summary>The version.</summary>
    public int Number { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>How they entered.</summary>
    public JourneyEntryKind EnteredBy { get; private set; }

    /// <summary>When they entered.</summary>
    public Instant EnteredAt { get; private set; }

    /// <summary>The event by which they entered; null otherwise.</summary>
    public Guid? EventId { get; private set; }

    /// <summary>Whether they belong to the control group.</summary>
    public bool IsControl { get; private set; }

    /// <summary>Where they stand.</summary>
    public JourneyRunStatus Status { get; private set; }

    /// <summary>True while they are on the way, and null afterwards, so that there is one such run of each contact and journey.</summary>
    public bool? IsLive { get; private set; }

    /// <summary>The step at which they stand, or stood last.</summary>
    public string Step { get; private set; }

    /// <summary>When they arrived there.</summary>
    public Instant ArrivedAt { get; private set; }

    /// <summary>When the journey goes on; null when it is over.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>When it ended; null while it goes on.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Until when the goal counts; null without one.</summary>
    public Instant? GoalUntil { get; private set; }

    /// <summary>When the goal was reached; null when it was not.</summary>
    public Instant? ReachedAt { get; private set; }

    /// <summary>Failures in a row.</summary>
    public int Attempts { get; private set; }

    /// <summary>The code of the last failure; null when the last try went well.</summary>
    public string? Problem { get; private set; }

    /// <summary>The rules of automation that led here.</summary>
    public string? Chain { get; private set; }

    internal JourneyPosition Position => new(Step, ArrivedAt);

    /// <summary>Whether they are on the way.</summary>
    /// <returns>The ruling.</returns>
    public CrmRuling CanRemove() => IsLive == true ? CrmRuling.Permitted : CrmRuling.Refused(e => e.JourneyNotRunning(CustomerId.ToString(), JourneyKey));

    /// <summary>Takes the contact out.</summary>
    /// <param name="now">The moment.</param>
    public void Remove(Instant now)
    {
        CanRemove().Demand();
        End(JourneyRunStatus.Removed, [], now);
    }

    internal void Advance(JourneyWalk walk, Instant now)
    {
        var done = walk.Steps.Select(s => s.Step).ToList();
        (Attempts, Problem) = (0, null);
        if (walk.End is { } end)
        {
            Step = walk.Steps is [.., var last] ? last.Step : Step;
            End(end, done, now);
            return;
        }

        (Step, ArrivedAt, DueAt) = (walk.Position!.Value.Step, walk.Position.Value.ArrivedAt, walk.DueAt);
        Raise(new JourneyAdvanced(Id, JourneyId, JourneyKey, CustomerId, Step, done, now));
    }

    internal void End(JourneyRunStatus status, IReadOnlyList<string> done, Instant now)
    {
        (Status, IsLive, DueAt, EndedAt) = (status, null, null, now);
        Raise(new JourneyEnded(Id, JourneyId, JourneyKey, CustomerId, status, done, now));
    }

    internal void Fail(string code, int maxAttempts, Func<int, Duration> wait, Instant now)
    {
        (Attempts, Problem) = (Attempts + 1, code.Length <= MaxProblemLength ? code : code[..MaxProblemLength]);
        if (Attempts >= maxAttempts)
        {
            End(JourneyRunStatus.Failed, [], now);
            return;
        }

        DueAt = now + wait(Attempts);
        Raise(new JourneyHeldUp(Id, JourneyId, JourneyKey, CustomerId, Step, Problem, now));
    }

    // Whether the wait is over is for the engine to say; being asked too early changes nothing.
    internal void Wake(string step, Instant now)
    {
        DueAt = Instant.Min(DueAt ?? now, now);
        Raise(new JourneyReacted(Id, JourneyId, JourneyKey, CustomerId, step, now));
    }

    internal void Reach(Instant at, Instant now)
    {
        ReachedAt = at;
        Raise(new JourneyGoalReached(Id, JourneyId, JourneyKey, CustomerId, IsControl, now));
    }
}
