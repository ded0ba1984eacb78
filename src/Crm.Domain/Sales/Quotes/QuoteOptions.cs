using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>What a seller may promise alone.</summary>
public sealed class QuoteOptions
{
    private const string TokenPlace = "{token}";

    /// <summary>
    /// Totals above which a quote needs somebody's approval, one for each currency. A quote in a currency that is not listed needs
    /// approval when others are.
    /// </summary>
    /// <value>Empty by default: no total needs approval.</value>
    public IList<Money> ApprovalLimits { get; } = [];

    /// <summary>The discount on any line above which a quote needs somebody's approval.</summary>
    /// <value>100 % by default: no discount needs approval.</value>
    public Percentage ApprovalDiscount { get; set; } = Percentage.Hundred;

    /// <summary>In whose name quotes go out.</summary>
    /// <value>Null by default: documents name no business.</value>
    public QuoteIssuer? Issuer { get; set; }

    /// <summary>Where customers answer quotes: an address of http or https with <c>{token}</c> in it, such as <c>https://shop.example/quotes/{token}</c>.</summary>
    /// <value>Null by default: documents have no link.</value>
    /// <exception cref="ArgumentException">The value is no such address.</exception>
    public string? AnswerAddress
    {
        get;
        set => field = value is null || (value.Contains(TokenPlace, StringComparison.Ordinal) && Uri.TryCreate(value.Replace(TokenPlace, "t", StringComparison.Ordinal), UriKind.Absolute, out var link) && IsWebAddress(link))
            ? value
            : throw new ArgumentException($"An address of http or https with {TokenPlace} in it was expected.", nameof(value));
    }

    /// <summary>Where a customer answers one quote.</summary>
    /// <param name="token">The token that sending gave.</param>
    /// <returns>The link; null without <see cref="AnswerAddress"/>.</returns>
    public Uri? AnswerLink(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return AnswerAddress is { } address ? new Uri(address.Replace(TokenPlace, Uri.EscapeDataString(token), StringComparison.Ordinal)) : null;
    }

    /// <summary>Whether a quote needs approval before it goes out.</summary>
    /// <param name="quote">The quote.</param>
    /// <returns>Whether it is beyond a limit.</returns>
    public bool NeedsApproval(Quote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var total = quote.Total;
        var limits = ApprovalLimits.Where(l => l.Currency == total.Currency).ToList();
        return quote.Lines.Any(l => l.Discount > ApprovalDiscount)
            || (ApprovalLimits.Count > 0 && (limits.Count == 0 || limits.Exists(l => total > l)));
    }

    internal static bool IsWebAddress(Uri link) => link.IsAbsoluteUri && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);
}
