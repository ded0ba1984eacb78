using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// Reckons service levels: a pure function of what happened to a case. Nothing is counted up and stored, so the same events
/// give the same figures at any time, and a changed calendar changes nothing that was fulfilled before it was brought in.
/// </summary>
public static class SlaClock
{
    /// <summary>Reads where a case stands with its service level.</summary>
    /// <param name="events">What happened, the opening first; those of one instant in their order. Events after <paramref name="asOf"/> are left out.</param>
    /// <param name="asOf">The instant that is asked for.</param>
    /// <param name="explain">Whether to list every stretch that was counted or left out; false by default.</param>
    /// <returns>Every promise with its state.</returns>
    /// <remarks>
    /// <para>First response and resolution begin with the opening, the next response with the first unanswered message of the
    /// customer; further messages do not move it. A reply fulfils both responses; a resolution fulfils whatever is open.</para>
    /// <para>While a case is paused, the clocks whose terms say so stand still, and deadlines move by the business time of the
    /// pause. Time during which the case is resolved is a pause for all.</para>
    /// <para>When terms change, open promises are reckoned anew from their beginning; what was fulfilled stays as it was.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The events do not begin with one opening, or are out of order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A deadline would lie after the year 9998.</exception>
    public static SlaTimeline Read(IEnumerable<SlaEvent> events, Instant asOf, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(events);
        SlaLedger? ledger = null;
        var last = Instant.MinValue;
        foreach (var happened in events.TakeWhile(e => e.At <= asOf))
        {
            if (happened.At < last || happened.Kind == SlaEventKind.Opened != (ledger is null))
            {
                throw new ArgumentException("Events in order were expected, with the opening first and once.", nameof(events));
            }

            last = happened.At;
            ledger ??= new SlaLedger(happened, explain);
            ledger.Take(happened);
        }

        return ledger?.AsOf(asOf) ?? new SlaTimeline(asOf, []);
    }
}
