using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What a customer buys again every period until it ends. Every period is an order of its own, and so a purchase.</summary>
public sealed partial class Subscription : AggregateRoot<SubscriptionId>
{
    /// <summary>The longest period in months.</summary>
    public const int MaxPeriodMonths = 120;

    /// <summary>Most periods of one subscription.</summary>
    public const int MaxPeriodCount = 10_000;

    /// <summary>The longest reason.</summary>
    public const int MaxReasonLength = 500;

    private Subscription() => (Number, Sku, Description, UnitPrice) = (null!, null!, null!, null!);

    /// <summary>Starts a subscription; its first period is due on its first day.</summary>
    /// <param name="id">The id.</param>
    /// <param name="number">The number people quote.</param>
    /// <param name="details">What it is; with the customer's living id.</param>
    /// <param name="priced">Name and price of one for one period.</param>
    /// <param name="startsOn">The first day of the first period.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A period, a quantity, a price or a text is not acceptable.</exception>
    public Subscription(SubscriptionId id, SubscriptionNumber number, NewSubscription details, PricedLine priced, LocalDate startsOn, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(priced);
        ArgumentOutOfRangeException.ThrowIfLessThan(details.PeriodMonths, 1, nameof(details.PeriodMonths));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(details.PeriodMonths, MaxPeriodMonths, nameof(details.PeriodMonths));
        ArgumentOutOfRangeException.ThrowIfNegative(details.PeriodsBefore, nameof(details.PeriodsBefore));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(details.PeriodsBefore, MaxPeriodCount, nameof(details.PeriodsBefore));
        if (details.MaxPeriods is { } most && (most < 1 || most > MaxPeriodCount || most <= details.PeriodsBefore))
        {
            throw new ArgumentException($"A subscription runs for 1 to {MaxPeriodCount} periods, and for more than there were before.", nameof(details));
        }

        Number = number;
        CustomerId = Guard.NotEmpty(details.CustomerId);
        Sku = Guard.Line(details.Sku, 64);
        Description = Guard.Line(priced.Description, 200);
        Quantity = OrderQuantity.Checked(details.Quantity, nameof(details.Quantity));
        UnitPrice = NotNegative(priced.UnitPrice);
        PeriodMonths = details.PeriodMonths;
        Periods = details.PeriodsBefore;
        MaxPeriods = details.MaxPeriods;
        StartsOn = Guard.Storable(startsOn);
        AnchorOn = StartsOn;
        NextOn = DayOf(Periods);
        Raise(new SubscriptionStarted(Id, Number, CustomerId, Sku, UnitPrice, StartsOn, now));
    }

    /// <summary>The number people quote.</summary>
    public SubscriptionNumber Number { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The product, by its stock-keeping unit.</summary>
    public string Sku { get; private set; }

    /// <summary>What is subscribed to, as it was called then.</summary>
    public string Description { get; private set; }

    /// <summary>How much of the product each period brings.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>The price of one for one period.</summary>
    public Money UnitPrice { get; private set; }

    /// <summary>The price from the next period on; null where it stays.</summary>
    public Money? NextPrice { get; private set; }

    /// <summary>How long a period is, in months.</summary>
    public int PeriodMonths { get; private set; }

    /// <summary>Where it stands.</summary>
    public SubscriptionStatus Status { get; private set; }

    /// <summary>The first day of the first period, in the business's own time zone.</summary>
    public LocalDate StartsOn { get; private set; }

    /// <summary>The day from which periods are counted: the first day, moved by pauses. A period of a month that begins on the 31st begins on the last day of a shorter one, and on the 31st again after it.</summary>
    public LocalDate AnchorOn { get; private set; }

    /// <summary>How many periods had begun on the day from which they are counted.</summary>
    public int AnchorPeriod { get; private set; }

    /// <summary>How many periods began.</summary>
    public int Periods { get; private set; }

    /// <summary>How many periods it runs; null until it is cancelled.</summary>
    public int? MaxPeriods { get; private set; }

    /// <summary>The day on which the next period is due; null once it is over. While it is paused, the day on which it would have been.</summary>
    public LocalDate? NextOn { get; private set; }

    /// <summary>The day on which a period that was refused is tried again; null where none was.</summary>
    public LocalDate? RetryOn { get; private set; }

    /// <summary>Whether it ends with the current period.</summary>
    public bool EndsWithPeriod { get; private set; }

    /// <summary>Since when it is paused; null when it is not.</summary>
    public LocalDate? PausedOn { get; private set; }

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; private set; }

    /// <summary>The first day on which it was over; null while it is not.</summary>
    public LocalDate? EndedOn { get; private set; }

    /// <summary>This subscription as a subject of timelines and links.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => Id.ToSubject();

    private LocalDate DayOf(int period) => AnchorOn.PlusMonths((period - AnchorPeriod) * PeriodMonths);

    private static Money NotNegative(Money price)
    {
        ArgumentNullException.ThrowIfNull(price);
        return price.IsNegative ? throw new ArgumentException("A price is not negative.", nameof(price)) : price;
    }
}
