using System.Globalization;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A partner that was asked whether it takes a lead, how it was chosen, and what it answered. Part of <see cref="LeadOffering"/>.</summary>
public sealed class LeadOffer
{
    private LeadOffer() => CandidateText = null!;

    internal LeadOffer(int ordinal, LeadChoice choice, Instant deadline, Instant now)
    {
        (Ordinal, PartnerId, Reach, Number) = (ordinal, choice.PartnerId, choice.Reach, choice.Number);
        CandidateText = string.Join(' ', choice.Candidates.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.PartnerId}:{c.Weight}")));
        (OfferedAt, DeadlineAt) = (now, deadline);
    }

    /// <summary>The number of the offer, and of the draw, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The partner.</summary>
    public PartnerId PartnerId { get; private set; }

    /// <summary>How far one had to look.</summary>
    public PartnerReach Reach { get; private set; }

    /// <summary>The number that was drawn.</summary>
    public long Number { get; private set; }

    /// <summary>Among whom it was drawn, as stored: ids and weights.</summary>
    public string CandidateText { get; private set; }

    /// <summary>Among whom it was drawn, in the order of the draw; nobody where a member of staff named the partner.</summary>
    public IReadOnlyList<LeadCandidate> Candidates =>
    [
        .. CandidateText.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':'))
            .Select(c => new LeadCandidate(PartnerId.Parse(c[0], CultureInfo.InvariantCulture), int.Parse(c[1], CultureInfo.InvariantCulture))),
    ];

    /// <summary>When it was asked.</summary>
    public Instant OfferedAt { get; private set; }

    /// <summary>From when on the next one is asked.</summary>
    public Instant DeadlineAt { get; private set; }

    /// <summary>What came of it.</summary>
    public LeadOfferOutcome Outcome { get; private set; }

    /// <summary>When that came.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>Why it does not want the lead.</summary>
    public LeadDeclineReason? Reason { get; private set; }

    /// <summary>Why, in words.</summary>
    public string? Note { get; private set; }

    internal void Settle(LeadOfferOutcome outcome, Instant now, LeadDeclineReason? reason = null, string? note = null) => (Outcome, SettledAt, Reason, Note) = (outcome, now, reason, note);
}
