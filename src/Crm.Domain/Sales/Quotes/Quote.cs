using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What a customer is offered, at which price, and until when; every revision stays.</summary>
public sealed partial class Quote : AggregateRoot<QuoteId>
{
    /// <summary>Most lines of one revision.</summary>
    public const int MaxLines = 1_000;

    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 500;

    private readonly List<QuoteRevision> _revisions = [];
    private readonly List<QuoteLine> _revisionLines = [];

    private Quote() => (Number, Total) = (null!, null!);

    /// <summary>Writes a quote.</summary>
    /// <param name="id">The id.</param>
    /// <param name="number">The number people quote.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="opportunityId">The opportunity that it is to win.</param>
    /// <param name="terms">What holds for the whole.</param>
    /// <param name="lines">What is offered; at least one line, all in one currency.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">There is no line, currencies differ, or a quantity, price or percentage is not acceptable.</exception>
    public Quote(QuoteId id, QuoteNumber number, CustomerId customerId, OpportunityId? opportunityId, QuoteTerms terms, IReadOnlyList<PricedQuoteLine> lines, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(number);
        (Number, Total) = (number, null!);
        CustomerId = Guard.NotEmpty(customerId);
        OpportunityId = opportunityId;
        Write(1, terms, lines, now);
        Raise(new QuoteDrafted(Id, Number, CustomerId, OpportunityId, Total, now));
    }

    /// <summary>The number people quote.</summary>
    public QuoteNumber Number { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The opportunity that it is to win.</summary>
    public OpportunityId? OpportunityId { get; private set; }

    /// <summary>Where it stands; <see cref="StatusOn"/> says whether it is over by now.</summary>
    public QuoteStatus Status { get; private set; }

    /// <summary>The number of the current revision, from 1.</summary>
    public int Revision { get; private set; }

    /// <summary>The last day of the current revision, in the business's own time zone.</summary>
    public LocalDate ValidThrough { get; private set; }

    /// <summary>What the customer pays by the current revision.</summary>
    public Money Total { get; private set; }

    /// <summary>When the current revision was begun.</summary>
    public Instant RevisedAt { get; private set; }

    /// <summary>Who submitted it for approval or found it in need of none; null in a draft.</summary>
    public string? SubmittedBy { get; private set; }

    /// <summary>Who approved it; null where nobody had to.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>Why approval was refused last, or why the customer declined, or why it was withdrawn.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was accepted, declined or withdrawn.</summary>
    public Instant? DecidedAt { get; private set; }

    /// <summary>The order that followed; null until it is accepted.</summary>
    public OrderId? OrderId { get; private set; }

    /// <summary>The hash of the token with which the customer answers; null while it is not with the customer.</summary>
    public string? TokenHash { get; private set; }

    /// <summary>Every revision.</summary>
    public IReadOnlyList<QuoteRevision> Revisions => _revisions;

    /// <summary>The lines of every revision.</summary>
    public IReadOnlyList<QuoteLine> RevisionLines => _revisionLines;

    /// <summary>The current revision.</summary>
    public QuoteRevision Current => _revisions.Find(r => r.Number == Revision)!;

    /// <summary>The lines of the current revision.</summary>
    public IEnumerable<QuoteLine> Lines => LinesOf(Revision);

    /// <summary>The lines of a revision.</summary>
    /// <param name="revision">Its number.</param>
    /// <returns>The lines in their order; none when there is no such revision.</returns>
    public IEnumerable<QuoteLine> LinesOf(int revision) => _revisionLines.Where(l => l.Revision == revision).OrderBy(l => l.Number);

    /// <summary>Where it stands on a day: a quote that is sent expires after its last day.</summary>
    /// <param name="today">The day in the business's own time zone.</param>
    /// <returns>The status.</returns>
    public QuoteStatus StatusOn(LocalDate today) => Status == QuoteStatus.Sent && today > ValidThrough ? QuoteStatus.Expired : Status;

    /// <summary>This quote as a subject of timelines and links.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => Id.ToSubject();

    private void Write(int revision, QuoteTerms terms, IReadOnlyList<PricedQuoteLine> lines, Instant now)
    {
        var checkedTerms = Checked(terms);
        var written = Priced(revision, lines);
        _revisionLines.RemoveAll(l => l.Revision == revision);
        _revisionLines.AddRange(written);
        if (_revisions.Find(r => r.Number == revision) is { } existing)
        {
            existing.Rewrite(checkedTerms, written);
        }
        else
        {
            _revisions.Add(new QuoteRevision(revision, checkedTerms, written, Guard.Storable(now)));
        }

        (Revision, ValidThrough) = (revision, checkedTerms.ValidThrough);
        (Total, RevisedAt) = (Current.Total, Current.MadeAt);
    }

    private static QuoteTerms Checked(QuoteTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new QuoteTerms(Guard.Storable(terms.ValidThrough, nameof(terms.ValidThrough)))
        {
            Title = Guard.OptionalLine(terms.Title, 200, nameof(terms.Title)),
            Conditions = terms.Conditions is { } conditions ? Guard.Text(conditions, 4_000, nameof(terms.Conditions)) : null,
        };
    }

    private static List<QuoteLine> Priced(int revision, IReadOnlyList<PricedQuoteLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count is 0 or > MaxLines)
        {
            throw new ArgumentException($"A quote has 1 to {MaxLines} lines.", nameof(lines));
        }

        return [.. lines.Select((line, index) => Line(revision, index + 1, line, lines[0].UnitPrice.Currency))];
    }

    private static QuoteLine Line(int revision, int number, PricedQuoteLine line, Currency currency)
    {
        if (line.UnitPrice.Currency != currency)
        {
            throw new ArgumentException("All lines of a quote are in one currency.", nameof(line));
        }

        if (line.Quantity is <= 0 or > Money.MaxAmount || decimal.Round(line.Quantity, Money.MaxDecimals) != line.Quantity)
        {
            throw new ArgumentException("A quantity is above zero, has at most four decimals and fits a 64-bit count of 1/10,000.", nameof(line));
        }

        if (line.UnitPrice.IsNegative)
        {
            throw new ArgumentException("A price is not negative.", nameof(line));
        }

        return new QuoteLine(
            revision, number, Guard.OptionalLine(line.Sku, 64), Guard.Line(line.Description, 200), line.Quantity, line.UnitPrice, Share(line.Discount), Share(line.TaxRate), line.UnitCost);
    }

    private static Percentage Share(Percentage percentage) => percentage.IsProportion && decimal.Round(percentage.Fraction, 6) == percentage.Fraction
        ? percentage
        : throw new ArgumentException("A discount or rate of tax is from 0 % to 100 %, with at most four decimals.", nameof(percentage));
}
