namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such quote.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError QuoteNotFound(string key) => Error(nameof(QuoteNotFound), "There is no quote {0}.", "quote", key);

    /// <summary>The quote's status does not allow this.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="from">Name of its status.</param>
    /// <param name="to">Name of the wanted status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError QuoteTransitionNotAllowed(string number, string from, string to) =>
        Error(nameof(QuoteTransitionNotAllowed), "Quote {0} cannot go from {1} to {2}.", "quote", number, from, to);

    /// <summary>The last day of the quote is over.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="validThrough">The last day.</param>
    /// <returns>The error.</returns>
    public virtual CrmError QuoteExpired(string number, string validThrough) =>
        Error(nameof(QuoteExpired), "Quote {0} was valid through {1}.", "quote", number, validThrough);

    /// <summary>Who submitted a quote does not decide on it.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError QuoteOwnApproval(string number) => Error(nameof(QuoteOwnApproval), "Quote {0} is decided by somebody else than who submitted it.", "quote", number);

    /// <summary>The token answers no quote that is with a customer.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError QuoteTokenUnknown() => Error(nameof(QuoteTokenUnknown), "This link answers no open quote.", "token");

    /// <summary>The quote has no such revision.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="revision">The number of the revision.</param>
    /// <returns>The error.</returns>
    public virtual CrmError QuoteRevisionNotFound(string number, int revision) =>
        Error(nameof(QuoteRevisionNotFound), "Quote {0} has no revision {1}.", "revision", number, revision);
}
