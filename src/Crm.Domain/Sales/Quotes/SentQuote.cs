namespace Crm.Domain.Sales;

/// <summary>A quote that goes out.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="Token">What the customer answers with, in a link; shown once, as only its hash is kept.</param>
public sealed record SentQuote(Quote Quote, string Token);
