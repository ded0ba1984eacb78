using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// Counts and sums of contacts, and the ratios that follow from them. Every ratio names its denominator; of an empty one there is no
/// ratio, which is not zero. Withdrawn work counts nowhere. Callbacks, for which nobody waits on the line, count in what is handled only.
/// </summary>
public sealed record ContactTotals
{
    /// <summary>Contacts that were queued.</summary>
    public long Offered { get; init; }

    /// <summary>Of these, contacts that an agent accepted.</summary>
    public long Answered { get; init; }

    /// <summary>Of these, contacts that an agent accepted in time.</summary>
    public long AnsweredInTime { get; init; }

    /// <summary>Contacts whose customer left before an agent accepted.</summary>
    public long Abandoned { get; init; }

    /// <summary>Of these, contacts whose customer left at once.</summary>
    public long ShortAbandoned { get; init; }

    /// <summary>Callbacks that were queued.</summary>
    public long Callbacks { get; init; }

    /// <summary>Contacts and callbacks that were handled to their end.</summary>
    public long Handled { get; init; }

    /// <summary>Of these, those that went to another queue at least once.</summary>
    public long Transferred { get; init; }

    /// <summary>How long the answered contacts waited, together, in milliseconds.</summary>
    public long WaitMilliseconds { get; init; }

    /// <summary>Talk time of what was handled, in milliseconds.</summary>
    public long TalkMilliseconds { get; init; }

    /// <summary>Hold time of what was handled, in milliseconds.</summary>
    public long HoldMilliseconds { get; init; }

    /// <summary>Wrap-up time of what was handled, in milliseconds.</summary>
    public long WrapUpMilliseconds { get; init; }

    /// <summary>Handled contacts with a known customer and topic whose time for repeats is over.</summary>
    public long Resolvable { get; init; }

    /// <summary>Of these, contacts after which the customer did not ask again on the topic in that time.</summary>
    public long FirstContactResolved { get; init; }

    /// <summary>Answered in time ÷ answered.</summary>
    public double? ServiceLevelOfAnswered => Ratio(AnsweredInTime, Answered);

    /// <summary>Answered in time ÷ (answered + abandoned).</summary>
    public double? ServiceLevelOfEnded => Ratio(AnsweredInTime, Answered + Abandoned);

    /// <summary>Answered in time ÷ (offered − short abandons).</summary>
    public double? ServiceLevelOfOffered => Ratio(AnsweredInTime, Offered - ShortAbandoned);

    /// <summary>(Abandoned − short abandons) ÷ (answered + abandoned − short abandons).</summary>
    public double? AbandonmentRate => Ratio(Abandoned - ShortAbandoned, Answered + Abandoned - ShortAbandoned);

    /// <summary>Average speed of answer in seconds: wait of answered ÷ answered.</summary>
    public double? AsaSeconds => Ratio(WaitMilliseconds, Answered) / 1000;

    /// <summary>Average handling time in seconds: (talk + hold + wrap-up) ÷ handled.</summary>
    public double? AhtSeconds => Ratio(TalkMilliseconds + HoldMilliseconds + WrapUpMilliseconds, Handled) / 1000;

    /// <summary>Transferred ÷ handled.</summary>
    public double? TransferRate => Ratio(Transferred, Handled);

    /// <summary>First-contact resolution: resolved at the first contact ÷ resolvable.</summary>
    public double? FirstContactResolution => Ratio(FirstContactResolved, Resolvable);

    /// <summary>Counts contacts.</summary>
    /// <param name="contacts">The contacts; those outside the window are looked at only for repeats.</param>
    /// <param name="window">Which contacts count, and by which bounds.</param>
    /// <returns>The totals.</returns>
    public static ContactTotals Of(IEnumerable<ContactRecord> contacts, MetricsWindow window)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(window);
        var all = contacts.ToList();
        var counted = all.FindAll(c => c.State != WorkItemState.Withdrawn && c.EnqueuedAt >= window.From && c.EnqueuedAt < window.Until);
        var lines = counted.FindAll(c => c.Kind != WorkItemKind.Callback);
        var answered = lines.FindAll(c => c.AcceptedAt is not null);
        var abandoned = lines.FindAll(c => c is { State: WorkItemState.Abandoned, AcceptedAt: null });
        var handled = counted.FindAll(c => c.State == WorkItemState.Done);
        var resolvable = handled.FindAll(c => c is { CustomerId: not null, Topic: not null } && c.RepeatUntil <= window.AsOf);
        var bySubject = all.Where(c => c.State != WorkItemState.Withdrawn && c is { CustomerId: not null, Topic: not null }).ToLookup(c => (c.CustomerId, c.Topic));
        return new()
        {
            Offered = lines.Count,
            Answered = answered.Count,
            AnsweredInTime = answered.Count(c => c.Wait <= window.AnswerWithin),
            Abandoned = abandoned.Count,
            ShortAbandoned = abandoned.Count(c => c.Wait < window.ShortAbandon),
            Callbacks = counted.Count - lines.Count,
            Handled = handled.Count,
            Transferred = handled.Count(c => c.Transfers > 0),
            WaitMilliseconds = answered.Sum(c => Milliseconds(c.Wait ?? Duration.Zero)),
            TalkMilliseconds = handled.Sum(c => Milliseconds(c.Handling.Talk)),
            HoldMilliseconds = handled.Sum(c => Milliseconds(c.Handling.Hold)),
            WrapUpMilliseconds = handled.Sum(c => Milliseconds(c.Handling.WrapUp)),
            Resolvable = resolvable.Count,
            FirstContactResolved = resolvable.Count(c => !bySubject[(c.CustomerId, c.Topic)].Any(n => n.EnqueuedAt > c.EndedAt && n.EnqueuedAt <= c.RepeatUntil)),
        };
    }

    private static double? Ratio(long part, long whole) => whole > 0 ? (double)part / whole : null;

    private static long Milliseconds(Duration duration) => duration.BclCompatibleTicks / NodaConstants.TicksPerMillisecond;
}
