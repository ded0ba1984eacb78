using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>
/// A deal that a partner brings and wants for itself: for one customer, some products and a period. Once it is approved, nobody else's registration
/// of the same customer, product and month is, until it expires, is withdrawn or becomes an opportunity.
/// </summary>
public sealed partial class DealRegistration : AggregateRoot<DealRegistrationId>
{
    /// <summary>Longest title.</summary>
    public const int MaxTitleLength = 200;

    /// <summary>Longest name of a prospect.</summary>
    public const int MaxProspectLength = 300;

    /// <summary>Longest words on how a prospect is reached.</summary>
    public const int MaxContactLength = 300;

    /// <summary>Longest note.</summary>
    public const int MaxNoteLength = 4_000;

    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>Longest stock-keeping unit.</summary>
    public const int MaxSkuLength = 64;

    /// <summary>Most lines.</summary>
    public const int MaxLines = 50;

    /// <summary>Most months of a period.</summary>
    public const int MaxMonths = 24;

    private readonly List<DealLine> _lines = [];

    private DealRegistration()
    {
        Title = Prospect = null!;
        Currency = null!;
    }

    /// <summary>Begins a registration.</summary>
    /// <param name="id">The id.</param>
    /// <param name="partnerId">The partner.</param>
    /// <param name="details">What the partner says.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A value is out of its bounds.</exception>
    public DealRegistration(DealRegistrationId id, PartnerId partnerId, DealRegistrationDetails details, Instant now)
        : base(id)
    {
        PartnerId = Guard.NotEmpty(partnerId);
        Title = Prospect = string.Empty;
        Currency = Currency.Eur;
        Take(details);
        CreatedAt = Guard.Storable(now);
        Raise(new DealDrafted(Id, PartnerId, Title, now));
    }

    /// <summary>The partner.</summary>
    public PartnerId PartnerId { get; private set; }

    /// <summary>What it is about.</summary>
    public string Title { get; private set; }

    /// <summary>Who may buy, as the partner knows it.</summary>
    public string Prospect { get; private set; }

    /// <summary>How the prospect is reached.</summary>
    public string? Contact { get; private set; }

    /// <summary>What else is known.</summary>
    public string? Note { get; private set; }

    /// <summary>The first day of the period.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day of the period, on which also the exclusive right ends.</summary>
    public LocalDate Through { get; private set; }

    /// <summary>The currency of the prices.</summary>
    public Currency Currency { get; private set; }

    /// <summary>The customer that the prospect is, as far as the staff knows.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>When it was begun.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>What is to be sold, by number.</summary>
    public IReadOnlyList<DealLine> Lines => [.. _lines.OrderBy(l => l.Number)];

    /// <summary>What the deal is expected to bring: quantities times prices, each line rounded to the currency's decimals.</summary>
    public Money Amount => _lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + Money.Round(line.Quantity * line.UnitPrice, Currency));

    /// <summary>Whether it can be written anew.</summary>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is a draft or returned.</returns>
    public CrmRuling CanRewrite() => While(Status, DealRegistrationStatus.Draft, DealRegistrationStatus.Returned);

    /// <summary>Writes it anew.</summary>
    /// <param name="details">What the partner says.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is neither a draft nor returned.</exception>
    /// <exception cref="ArgumentException">A value is out of its bounds.</exception>
    public void Rewrite(DealRegistrationDetails details, Instant now)
    {
        CanRewrite().Demand();
        Take(details);
        Raise(new DealRewritten(Id, PartnerId, Title, now));
    }

    /// <summary>The months of a period, each as twelve times the year plus the month less one.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day.</param>
    /// <returns>The months, in order.</returns>
    internal static IEnumerable<int> MonthsOf(LocalDate from, LocalDate through) => Enumerable.Range(MonthOf(from), MonthOf(through) - MonthOf(from) + 1);

    private static int MonthOf(LocalDate day) => (day.Year * 12) + day.Month - 1;

    private static bool IsPeriod(LocalDate from, LocalDate through) => from <= through && MonthOf(through) - MonthOf(from) < MaxMonths;

    private void Take(DealRegistrationDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(details.Lines, nameof(details));
        ArgumentNullException.ThrowIfNull(details.Currency, nameof(details));
        var (title, prospect) = (Guard.Line(details.Title, MaxTitleLength, nameof(details)), Guard.Line(details.Prospect, MaxProspectLength, nameof(details)));
        var contact = Guard.OptionalLine(details.Contact, MaxContactLength, nameof(details));
        var note = string.IsNullOrWhiteSpace(details.Note) ? null : Guard.Text(details.Note, MaxNoteLength, nameof(details));
        var (from, through) = (Guard.Storable(details.From, nameof(details)), Guard.Storable(details.Through, nameof(details)));
        List<DealLineDetails> lines = [.. details.Lines.Select(l => l with { Sku = Guard.Line(l.Sku, MaxSkuLength, nameof(details)) })];
        if (lines.Count is 0 or > MaxLines || lines.DistinctBy(l => l.Sku).Count() < lines.Count || lines.Exists(l => !IsAmount(l.Quantity) || l.Quantity == 0 || !IsAmount(l.UnitPrice)))
        {
            throw new ArgumentException($"A registration has 1 to {MaxLines} lines, each product once, with quantities above zero and prices that are not negative, to four decimals.", nameof(details));
        }

        if (!IsPeriod(from, through))
        {
            throw new ArgumentException($"A period ends on or after the day on which it begins, and has at most {MaxMonths} months.", nameof(details));
        }

        (Title, Prospect, Contact, Note, From, Through, Currency) = (title, prospect, contact, note, from, through, details.Currency);
        _lines.RemoveAll(l => lines.All(d => d.Sku != l.Sku));
        foreach (var (number, line) in lines.Index())
        {
            if (_lines.Find(l => l.Sku == line.Sku) is not { } kept)
            {
                _lines.Add(kept = new DealLine(number + 1, line.Sku));
            }

            kept.Set(number + 1, line.Quantity, line.UnitPrice);
        }
    }

    private static bool IsAmount(decimal amount) => amount is >= 0 and < 1_000_000_000m && decimal.Round(amount, 4) == amount;
}
