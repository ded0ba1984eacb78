namespace Crm.Domain.Sales;

/// <summary>Loads quotes to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IQuoteStore
{
    /// <summary>Loads a quote with all its revisions.</summary>
    /// <param name="id">The quote.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked quote, or null.</returns>
    Task<Quote?> FindAsync(QuoteId id, CancellationToken cancellationToken);

    /// <summary>Loads a quote by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked quote, or null.</returns>
    Task<Quote?> FindByNumberAsync(QuoteNumber number, CancellationToken cancellationToken);

    /// <summary>Loads the quote that a token answers.</summary>
    /// <param name="tokenHash">The hash of the token.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked quote, or null.</returns>
    Task<Quote?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken);

    /// <summary>Adds a new quote, to be written by the next save.</summary>
    /// <param name="quote">The quote.</param>
    void Add(Quote quote);
}
