using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>One rule and one event in the log: there is never a second run of both. Written in the transaction of what the rule did.</summary>
public sealed class RuleRun
{
    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>Longest description of what went wrong.</summary>
    public const int MaxErrorLength = 1000;

    private RuleRun() => (RuleKey, EventName) = (null!, null!);

    internal RuleRun(HappenedEvent happened, StandingRule rule, Instant now)
    {
        (EventId, EventName, AggregateId, EventAt, Chain) = (happened.EventId, happened.Name, happened.AggregateId, happened.OccurredAt, happened.Cause);
        (RuleId, RuleKey, StartedAt, EndedAt) = (rule.Id, rule.Key, now, now);
        Revision = rule.Revision;
        Depth = RuleChain.Read(happened.Cause).Count;
    }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The rule.</summary>
    public AutomationRuleId RuleId { get; private set; }

    /// <summary>Key of the rule.</summary>
    public string RuleKey { get; private set; }

    /// <summary>Which version of the rule ran last.</summary>
    public int Revision { get; private set; }

    /// <summary>Stored name of the event.</summary>
    public string EventName { get; private set; }

    /// <summary>The aggregate that raised the event.</summary>
    public Guid AggregateId { get; private set; }

    /// <summary>When the event happened.</summary>
    public Instant EventAt { get; private set; }

    /// <summary>What became of it.</summary>
    public RuleRunStatus Status { get; private set; }

    /// <summary>Why: the first condition that did not hold, or the code of what refused it; null when it was done.</summary>
    public string? Reason { get; private set; }

    /// <summary>What became of each action, in their order.</summary>
    public IReadOnlyList<RuleActionOutcome> Outcomes { get; private set; } = [];

    /// <summary>When the last try began.</summary>
    public Instant StartedAt { get; private set; }

    /// <summary>When it ended.</summary>
    public Instant EndedAt { get; private set; }

    /// <summary>How long the last try took.</summary>
    public Duration Took => EndedAt - StartedAt;

    /// <summary>Failed tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is tried again; null when it is not.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>What went wrong last: the field or record that was refused, or the type of the exception; its words stand in the host's log alone.</summary>
    public string? Error { get; private set; }

    /// <summary>How many rules led to the event.</summary>
    public int Depth { get; private set; }

    /// <summary>Those rules, as <see cref="RuleChain"/> writes them.</summary>
    public string? Chain { get; private set; }

    internal void Begin(StandingRule rule, Instant now) => (Revision, StartedAt, EndedAt) = (rule.Revision, now, now);

    internal void End(RuleRunStatus status, string? reason, IReadOnlyList<RuleActionOutcome> outcomes, Instant now)
    {
        (Status, Reason, Outcomes, EndedAt) = (status, Cut(reason, MaxReasonLength), outcomes, now);
        (DueAt, Error) = (null, null);
    }

    internal void Fail(string code, string? error, IReadOnlyList<RuleActionOutcome> outcomes, int maxAttempts, Func<int, Duration> wait, Instant now)
    {
        Attempts++;
        Status = Attempts >= maxAttempts ? RuleRunStatus.Parked : RuleRunStatus.Waiting;
        (Reason, Error, Outcomes, EndedAt) = (Cut(code, MaxReasonLength), Cut(error, MaxErrorLength), outcomes, now);
        DueAt = Status == RuleRunStatus.Waiting ? now + wait(Attempts) : null;
    }

    internal void Replay(Instant now) => (Status, Attempts, DueAt) = (RuleRunStatus.Waiting, 0, now);

    internal static string? Cut(string? text, int length) => text is null || text.Length <= length ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1), "…");
}
