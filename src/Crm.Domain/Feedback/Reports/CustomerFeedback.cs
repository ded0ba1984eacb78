using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>
/// What one customer said last, on one row: for criteria, the unified view and the pause between invitations. Derived from invitations,
/// and brought up to date by the outbox after each answer and merge.
/// </summary>
public sealed record CustomerFeedback
{
    private CustomerFeedback()
    {
    }

    /// <summary>Begins the row of a customer.</summary>
    /// <param name="customerId">The customer.</param>
    public CustomerFeedback(CustomerId customerId) => CustomerId = Primitives.Guard.NotEmpty(customerId);

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>When the customer was last invited.</summary>
    public Instant? InvitedAt { get; private set; }

    /// <summary>When the customer last gave a score.</summary>
    public Instant? AnsweredAt { get; private set; }

    /// <summary>The last answer to a net promoter question, 0 to 10.</summary>
    public decimal? Nps { get; private set; }

    /// <summary>The last answer on satisfaction as a place on its own scale, from 0, the worst, to 100, the best.</summary>
    public decimal? Csat { get; private set; }

    /// <summary>The last answer on effort as a place on its own scale, from 0, the worst, to 100, the best.</summary>
    public decimal? Ces { get; private set; }

    /// <summary>Rises with every change, so that two at the same time collide.</summary>
    public long Version { get; private set; }

    /// <summary>Notes an invitation.</summary>
    /// <param name="now">The current instant.</param>
    public void Invited(Instant now) => (InvitedAt, Version) = (now, Version + 1);

    /// <summary>Takes over what invitations say.</summary>
    /// <param name="invitedAt">When the customer was last invited.</param>
    /// <param name="last">The last score of each kind.</param>
    public void Become(Instant? invitedAt, IReadOnlyCollection<LastScore> last)
    {
        ArgumentNullException.ThrowIfNull(last);
        (InvitedAt, Version) = (invitedAt, Version + 1);
        AnsweredAt = last.Count == 0 ? null : last.Max(s => s.AnsweredAt);
        Nps = last.FirstOrDefault(s => s.Measure.Kind == ScoreKind.Nps)?.Value;
        Csat = PlaceOf(last, ScoreKind.Csat);
        Ces = PlaceOf(last, ScoreKind.Ces);
    }

    private static decimal? PlaceOf(IReadOnlyCollection<LastScore> last, ScoreKind kind) => last.FirstOrDefault(s => s.Measure.Kind == kind) is { } score ? score.Measure.PlaceOf(score.Value) : null;
}
